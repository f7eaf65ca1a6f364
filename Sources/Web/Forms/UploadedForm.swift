import HTTPTypes
import Hummingbird
import NIOCore

/// The parts of a form that may carry a file, as `multipart/form-data` (RFC 7578) or as a plain form; of several with one
/// name the last counts.
struct UploadedForm: Equatable, Sendable {
    private let parts: [String: [UInt8]]

    /// Reads the form that a page of ours sent.
    ///
    /// - Throws: `.tooLarge` as soon as more than `most` bytes have come, `.unreadable` for another kind of body, one that is
    ///   cut short, or one from another site.
    init(of request: Request, upTo most: Int) async throws {
        guard let type = request.headers[.contentType], let boundary = Self.boundary(in: type) else {
            let fields = try await FormFields(of: request)
            parts = fields.values.mapValues { Array($0.utf8) }
            return
        }
        guard !FormFields.isFromAnotherSite(request) else { throw WebFault.unreadable }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > most {
            throw WebFault.tooLarge
        }
        var bytes: [UInt8] = []
        for try await chunk in request.body {
            guard bytes.count + chunk.readableBytes <= most else { throw WebFault.tooLarge }
            bytes += chunk.readableBytesView
        }
        guard let parts = Self.parts(of: bytes, between: boundary) else { throw WebFault.unreadable }
        self.parts = parts
    }

    /// What stood in a part, as it came; nil where there is no such part.
    func bytes(_ name: String) -> [UInt8]? { parts[name] }

    /// A part as text; nil where it is missing, broken or has control characters.
    func text(_ name: String) -> String? {
        guard let bytes = parts[name], let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } ? text : nil
    }

    /// What parts the parts, without its hyphens; nil where the body is of another kind.
    static func boundary(in type: String) -> String? {
        let sides = type.split(separator: ";").map { $0.drop { $0 == " " } }
        guard sides.first?.lowercased() == "multipart/form-data" else { return nil }
        let found = sides.dropFirst().first { $0.lowercased().hasPrefix("boundary=") }
        guard var boundary = found?.dropFirst("boundary=".count) else { return nil }
        if boundary.hasPrefix("\""), boundary.hasSuffix("\""), boundary.count > 1 {
            boundary = boundary.dropFirst().dropLast()
        }
        guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        return String(boundary)
    }

    /// The parts by name; nil where the body does not end as it says, or a part has no name.
    static func parts(of bytes: [UInt8], between boundary: String) -> [String: [UInt8]]? {
        let mark = Array("\r\n--\(boundary)".utf8)
        var found: [String: [UInt8]] = [:]
        // The first mark has no line before it.
        var place = bytes.starts(with: mark.dropFirst(2)) ? mark.count - 2 : bytes.count
        while place + 2 <= bytes.count, found.count <= mostParts {
            if bytes[place...].starts(with: "--".utf8) { return found }
            guard bytes[place...].starts(with: "\r\n".utf8),
                let end = Self.place(of: mark, in: bytes, from: place + 2),
                let head = Self.place(of: Array("\r\n\r\n".utf8), in: bytes, from: place), head + 4 <= end,
                let name = name(in: String(decoding: bytes[place..<head], as: UTF8.self))
            else { return nil }
            found[name] = Array(bytes[(head + 4)..<end])
            place = end + mark.count
        }
        return nil
    }

    /// The name in the lines above a part.
    private static func name(in head: String) -> String? {
        let line = head.split(whereSeparator: \.isNewline).first {
            $0.lowercased().hasPrefix("content-disposition: form-data")
        }
        return line?.firstMatch(of: /; ?name="([^"]+)"/).map { String($0.output.1) }
    }

    /// Where bytes stand next; looked for by their first one, since a file may be megabytes.
    private static func place(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first else { return nil }
        var place = start
        while let next = bytes[place...].firstIndex(of: first) {
            if bytes[next...].starts(with: wanted) { return next }
            place = next + 1
        }
        return nil
    }

    /// More than any page of ours has.
    private static let mostParts = 16
}
