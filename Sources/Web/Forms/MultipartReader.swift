import Foundation

/// Takes a form with one file apart as its pieces come in (RFC 7578): a few bytes more than it keeps are in memory.
///
/// It reads what browsers send and nothing else. Of a file only the bytes are kept: no name, no kind.
struct MultipartReader {
    private let delimiter: [UInt8]
    private let fileFields: [String]
    private let most: Int
    private var waiting: [UInt8] = Array("\r\n".utf8)
    private var place = Place.delimiter
    private var values: [String: String] = [:]
    private var value: [UInt8] = []
    private var file: [UInt8] = []
    private var fileField: String?
    private var files = 0
    private var parts = 0
    private var problem: UploadedForm.Problem?

    /// Where the reading stands.
    private enum Place: Equatable {
        /// Before the line between two parts.
        case delimiter
        case head
        case field(String)
        case file
        /// Behind the last part: what comes is passed over.
        case end
    }

    /// Of the head of a part, in bytes.
    private static let longestHead = 4_096
    /// A form of ours has half as many.
    private static let mostParts = 16

    /// - Parameters:
    ///   - names: the fields of which one holds the file.
    ///   - most: of the file, in bytes.
    init(boundary: String, files names: [String], most: Int) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        fileFields = names
        self.most = most
    }

    /// What was read until now; broken where it has not come to its end.
    var form: UploadedForm {
        UploadedForm(
            fields: FormFields(values: values), file: file, of: fileField,
            problem: problem ?? (place == .end ? nil : .broken))
    }

    /// Takes the next bytes.
    mutating func take(_ bytes: some Sequence<UInt8>) {
        guard place != .end, problem != .broken else { return }
        waiting.append(contentsOf: bytes)
        while step() {}
    }

    /// Reads one thing of what waits; false where more must come first.
    private mutating func step() -> Bool {
        switch place {
        case .delimiter: stepOverDelimiter()
        case .head: stepOverHead()
        case .field, .file: stepOverContent()
        case .end: false
        }
    }

    private mutating func stepOverDelimiter() -> Bool {
        guard waiting.count >= delimiter.count + 2 else { return false }
        guard waiting.starts(with: delimiter) else { return fail() }
        let next = Array(waiting[delimiter.count..<(delimiter.count + 2)])
        waiting.removeFirst(delimiter.count + 2)
        if next == Array("--".utf8) {
            place = .end
        } else if next == Array("\r\n".utf8) {
            place = .head
        } else {
            return fail()
        }
        return true
    }

    private mutating func stepOverHead() -> Bool {
        let end = Array("\r\n\r\n".utf8)
        guard let found = Self.first(end, in: waiting) else {
            return waiting.count > Self.longestHead ? fail() : false
        }
        let head = waiting[..<found]
        waiting.removeFirst(found + end.count)
        parts += 1
        guard found <= Self.longestHead, parts <= Self.mostParts, let name = Self.name(in: head) else {
            return fail()
        }
        if fileFields.contains(name) {
            fileField = name
            files += 1
            if files > 1 { problem = problem ?? .several }
            place = .file
        } else {
            value = []
            place = .field(name)
        }
        return true
    }

    /// Everything up to the next line between parts; of what waits, the end could be the beginning of one.
    private mutating func stepOverContent() -> Bool {
        if let found = Self.first(delimiter, in: waiting) {
            keep(waiting[..<found])
            waiting.removeFirst(found)
            if case .field(let name) = place { values[name] = FormFields.text(value) }
            place = .delimiter
            return true
        }
        let sure = waiting.count - delimiter.count + 1
        if sure > 0 {
            keep(waiting[..<sure])
            waiting.removeFirst(sure)
        }
        return false
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        if place == .file {
            guard files == 1, problem == nil else { return }
            guard file.count + bytes.count <= most else {
                problem = .tooLarge
                file = []
                return
            }
            file.append(contentsOf: bytes)
        } else if value.count + bytes.count <= FormFields.mostBytes {
            value.append(contentsOf: bytes)
        } else {
            problem = .broken
        }
    }

    private mutating func fail() -> Bool {
        problem = .broken
        waiting = []
        return false
    }

    /// The name of a part; nil where the head is none of a form.
    private static func name(in head: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: head, as: UTF8.self)
        let lines = text.split(separator: "\r\n").map(String.init)
        let mark = "content-disposition: form-data; name=\""
        guard let line = lines.first(where: { $0.lowercased().hasPrefix(mark) }) else { return nil }
        let name = String(line.dropFirst(mark.count).prefix { $0 != "\"" })
        let isPlain = name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        return (1...40).contains(name.utf8.count) && isPlain ? name : nil
    }

    /// Where some bytes first stand.
    private static func first(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { all in
            guard let start = all.baseAddress, let mark = wanted.first else { return nil }
            var from = 0
            while from + wanted.count <= all.count,
                let found = memchr(start + from, Int32(mark), all.count - from)
            {
                let place = UnsafeRawPointer(found) - start
                guard place + wanted.count <= all.count else { return nil }
                if memcmp(found, wanted, wanted.count) == 0 { return place }
                from = place + 1
            }
            return nil
        }
    }
}
