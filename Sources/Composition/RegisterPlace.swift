import CaseRegister
import Foundation
import Storage

/// Where a house keeps its register: a file, or a database of a server; its keys and signed ends lie beside a
/// path.
public struct RegisterPlace: Hashable, Sendable {
    /// The SQLite file; with a server there is no such file, and only what lies beside it is there.
    public let data: String
    /// The address of a PostgreSQL database; nil for the file.
    public let server: String?
    /// The file with the password for the server; nil leaves it to `PGPASSFILE`.
    let passwordFile: String?
    /// The folder of keys that every node of the house was given; nil keeps them beside the path.
    let keysFolder: String?

    public init(data: String, server: String? = nil, passwordFile: String? = nil, keysFolder: String? = nil) {
        self.data = data
        self.keysFolder = keysFolder
        self.server = server
        self.passwordFile = passwordFile
    }

    /// Where the keys of the house are read.
    public var keys: KeyPlace {
        keysFolder.map(KeyPlace.init(givenIn:)) ?? KeyPlace(besideData: data)
    }

    /// Another database of the same house, by its address or its path; the keys of the house stay where they
    /// are.
    public func elsewhere(_ text: String) -> RegisterPlace {
        PostgresAddress.isMeant(by: text)
            ? RegisterPlace(data: data, server: text, passwordFile: passwordFile, keysFolder: keysFolder)
            : RegisterPlace(data: text)
    }

    /// What a message calls it: of an address the server and the database, and nothing that could be a
    /// password.
    public var name: String {
        guard let server else { return data }
        let plain = server.prefix { $0 != "?" }
        guard let at = plain.lastIndex(of: "@") else { return String(plain) }
        return "postgres://" + plain[plain.index(after: at)...]
    }

    /// Whether there may be a register; a server says so only when it is asked.
    public var isThere: Bool { server != nil || FileManager.default.fileExists(atPath: data) }

    /// Makes the folder for what lies beside the path.
    ///
    /// - Throws: `.readOnly` where it cannot be made.
    func makeFolder() throws(JournalFault) {
        let folder = URL(filePath: data).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .readOnly
        }
    }

    /// Opens the database and brings its schema up to date.
    ///
    /// - Parameter patience: how long a write waits for another program that writes.
    /// - Throws: what keeps it from being opened; `RestoreMark.underWay` where it is only half put back.
    func open(patience: Duration = .seconds(5)) throws(JournalFault) -> any SQLDatabase {
        guard !RestoreMark(besideData: data).isThere else { throw RestoreMark.underWay }
        return try openForRestore(patience: patience)
    }

    /// The same for whoever puts it back.
    func openForRestore(patience: Duration = .seconds(5)) throws(JournalFault) -> any SQLDatabase {
        guard let server else { return try SQLiteDatabase(at: data, busyTimeout: patience) }
        var limits = PostgresLimits()
        limits.lock = patience
        return try PostgresDatabase(at: try PostgresAddress(server, passwordFile: passwordFile), limits)
    }

    /// The journal as it is, only looked at: nothing is brought up to date.
    func journal() throws(JournalFault) -> any JournalSource {
        guard let server else { return try JournalFile(at: data) }
        return PostgresJournal(at: try PostgresAddress(server, passwordFile: passwordFile))
    }
}
