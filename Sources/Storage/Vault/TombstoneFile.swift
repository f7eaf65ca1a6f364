public import Access
public import CaseRegister
import Foundation
import ReferralDomain

/// The shreddings of a house in a file beside its database: one line each, appended and synced, never changed.
///
/// The keys that a shredding destroys lie in the database, and so does the journal that tells of it: an older copy of
/// the database has the keys and knows of no shredding. This file is not part of such a copy.
public struct TombstoneFile: Sendable {
    public let path: String

    public init(besideData data: String) { path = data + ".tombstones" }

    /// A copy of such a file, wherever it lies.
    public init(at path: String) { self.path = path }

    /// Every tombstone in the file; none while there is no file.
    ///
    /// What a power cut left of a last line is passed over: that shredding was never confirmed.
    ///
    /// - Throws: `.readOnly` where the file is there and cannot be read, `.damaged` where a whole line is none.
    public func all() throws(JournalFault) -> [Tombstone] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let bytes = FileManager.default.contents(atPath: path) else { throw .readOnly }
        let whole = bytes.prefix((bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
        var found: [Tombstone] = []
        for line in whole.split(separator: UInt8(ascii: "\n")) {
            guard let tombstone = Self.read(String(decoding: line, as: UTF8.self)) else { throw .damaged }
            found.append(tombstone)
        }
        return found
    }

    /// Adds those that are not there yet, and returns once they are on the disk.
    ///
    /// - Throws: `.diskFull`, `.readOnly` or `.other` where that fails: then nothing may be called shredded.
    public func add(_ tombstones: [Tombstone]) throws(JournalFault) {
        let known = Set(try all().map(\.person))
        let lines = tombstones.filter { !known.contains($0.person) }.map(Self.line)
        guard !lines.isEmpty else { return }
        let isNew = !FileManager.default.fileExists(atPath: path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.fault(errno) }
        defer { close(descriptor) }
        // Two that write at once would otherwise write over each other.
        guard flock(descriptor, LOCK_EX) == 0 else { throw Self.fault(errno) }
        let start = try Self.endOfWhole(descriptor)
        guard ftruncate(descriptor, start) == 0 else { throw Self.fault(errno) }
        try Self.write(Array(lines.joined().utf8), to: descriptor, at: start)
        guard fsync(descriptor) == 0 else { throw Self.fault(errno) }
        if isNew { try Self.syncFolder(of: path) }
    }

    /// The line of a tombstone.
    public static func line(_ tombstone: Tombstone) -> String {
        "\(mark) \(tombstone.person.text) \(tombstone.instant.millisecondsSinceEpoch)\n"
    }

    private static func read(_ line: String) -> Tombstone? {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3, words[0] == mark, let person = try? PersonID(reading: words[1]),
            let milliseconds = Int64(words[2])
        else { return nil }
        return Tombstone(person, at: Instant(millisecondsSinceEpoch: milliseconds))
    }

    /// Where the last whole line ends: half of one after it is cut off.
    private static func endOfWhole(_ descriptor: Int32) throws(JournalFault) -> Int {
        let length = lseek(descriptor, 0, SEEK_END)
        guard length >= 0 else { throw fault(errno) }
        var end = length
        var byte: UInt8 = 0
        while end > 0 {
            guard pread(descriptor, &byte, 1, end - 1) == 1 else { throw fault(errno) }
            if byte == UInt8(ascii: "\n") { break }
            end -= 1
        }
        return end
    }

    private static func write(
        _ bytes: [UInt8], to descriptor: Int32, at start: Int
    ) throws(JournalFault) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                pwrite(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done, start + done)
            }
            if written > 0 {
                done += written
            } else if errno != EINTR {
                throw fault(errno)
            }
        }
    }

    /// A new name in a folder is on the disk only once the folder is.
    private static func syncFolder(of path: String) throws(JournalFault) {
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(errno) }
    }

    private static func fault(_ code: Int32) -> JournalFault {
        switch code {
        case EROFS, EACCES, EPERM: .readOnly
        case ENOSPC, EDQUOT: .diskFull
        default: .other(code: "errno-\(code)")
        }
    }

    private static let mark = "ruta-tombstone-1"
}
