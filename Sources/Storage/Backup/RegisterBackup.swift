public import CaseRegister
import Foundation
import JSON

/// Tells a whole register, or what came after a full backup, from one moment of the database while others write.
///
/// An increment has the rows that were added to the journal and to the log of openings, and every other table whole:
/// rows of those change and go.
public struct RegisterBackup: Sendable {
    private let id: String
    private let base: BackupManifest.Base?
    private let madeAtMilliseconds: Int64

    /// A file that lies beside the database and belongs to the house.
    public struct File: Hashable, Sendable {
        /// The end of its name, after that of the database.
        public let name: String
        public let path: String

        public init(name: String, path: String) {
            self.name = name
            self.path = path
        }
    }

    /// - Parameter base: the full backup to go on from; nil makes a full one.
    public init(id: String, base: BackupManifest.Base? = nil, at madeAtMilliseconds: Int64) {
        self.id = id
        self.base = base
        self.madeAtMilliseconds = madeAtMilliseconds
    }

    /// Gives every record to a writer and returns what the backup says of itself.
    ///
    /// - Parameter begin: opens the writer, anew where the database asks to begin again.
    /// - Throws: what the database or the writer throws.
    public func run(
        from source: any JournalSource, with files: [File],
        into begin: () throws -> (BackupRecord) throws -> Void
    ) throws(JournalFault) -> BackupManifest {
        // Opened before the moment of the database begins: what is added to them or put in their place later is not part of it.
        var opened: [OpenedFile] = []
        for file in files {
            if let file = try OpenedFile(file) { opened.append(file) }
        }
        return try source.look { session in
            let write = try begin()
            let manifest = try BackupManifest(
                in: session, id: id, base: base, at: madeAtMilliseconds)
            try write(.manifest(manifest.json.bytes(.canonical)))
            for table in CopiedTable.whole { try tell(table, in: session, to: write) }
            for file in opened { try file.tell(to: write) }
            return manifest
        }
    }

    private func tell(
        _ table: CopiedTable, in session: any SQLSession, to write: (BackupRecord) throws -> Void
    ) throws {
        try write(.table(name: table.name, columns: table.columns))
        guard let appended = table.appended else {
            if table.isHeavy { return try tellPages(of: table, in: session, to: write) }
            return try session.walk(table.all) { try write(.row($0.all)) }
        }
        var last = base?.ends[table.name] ?? 0
        while true {
            let rows = try session.rows(appended, [.integer(last), Self.batch])
            guard let end = rows.last else { return }
            for row in rows { try write(.row(row.all)) }
            last = try end.integer(0)
        }
    }

    /// Reads a few rows at a time: a server sends hundreds of them at once to whoever walks along a table.
    private func tellPages(
        of table: CopiedTable, in session: any SQLSession, to write: (BackupRecord) throws -> Void
    ) throws {
        var last: [SQLValue]?
        while let page = table.page(behind: last, most: .max) {
            let rows = try session.rows(page.sql, page.values)
            guard let end = rows.last else { return }
            for row in rows { try write(.row(row.all)) }
            last = table.key(of: end.all)
        }
    }

    private static let batch = SQLValue.integer(2_000)
}

/// A file as it was at one moment, however it grows and whatever takes its place afterwards.
private struct OpenedFile {
    private let name: String
    private let handle: FileHandle
    private let length: UInt64

    /// A file that is not there is left out: not every house has every one.
    init?(_ file: RegisterBackup.File) throws(JournalFault) {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        guard let handle = FileHandle(forReadingAtPath: file.path), let length = try? handle.seekToEnd()
        else { throw .readOnly }
        (name, self.handle, self.length) = (file.name, handle, length)
    }

    func tell(to write: (BackupRecord) throws -> Void) throws {
        try write(.file(name))
        try handle.seek(toOffset: 0)
        var left = length
        while left > 0 {
            let piece = try handle.read(upToCount: Int(min(left, Self.pieceLength))) ?? Data()
            // A file of keys or of signed ends never shrinks: one that does is not what it was.
            guard !piece.isEmpty else { throw JournalFault.damaged }
            try write(.piece(Array(piece)))
            left -= UInt64(piece.count)
        }
    }

    private static let pieceLength: UInt64 = 32_768
}
