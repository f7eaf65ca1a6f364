import CPQ
public import CaseRegister
import Foundation

/// Where a PostgreSQL database is: `postgres://user@host:port/name`, with the keywords of libpq behind a `?`.
///
/// The address is seen by whoever lists the processes of the machine, so that a password in it is refused: it
/// is read from a file, or by libpq itself from `PGPASSFILE`.
public struct PostgresAddress: Sendable {
    private let text: String
    private let password: String?
    private let encryption: String?

    /// Whether a text is meant to be such an address and not the path of a file.
    public static func isMeant(by text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// Reads an address.
    ///
    /// - Parameter passwordFile: the file whose first line is the password; nil leaves it to libpq.
    /// - Throws: `.other` where it cannot be read, holds a password, or would travel without checked
    ///   encryption over a network; `.readOnly` where the file cannot be read.
    public init(_ text: String, passwordFile: String? = nil) throws(JournalFault) {
        guard Self.isMeant(by: text), let options = Self.options(of: text) else {
            throw .other(code: "postgres-address")
        }
        guard options["password"] == nil else { throw .other(code: "postgres-password-in-address") }
        let isAtHome = Self.isAtHome(options)
        guard isAtHome || ["verify-full", nil].contains(options["sslmode"]) else {
            throw .other(code: "postgres-without-tls")
        }
        self.text = text
        encryption = isAtHome ? nil : "verify-full"
        password = try passwordFile.map { (path) throws(JournalFault) in try Self.firstLine(of: path) }
    }

    /// Gives what libpq takes to connect: names and values, both ended by nil.
    func withParameters<Value>(
        _ body: ([UnsafePointer<CChar>?], [UnsafePointer<CChar>?]) -> Value
    ) -> Value {
        var pairs = [("dbname", text)] + Self.always
        if let encryption { pairs.append(("sslmode", encryption)) }
        if let password { pairs.append(("password", password)) }
        let (names, values) = (pairs.map { strdup($0.0) }, pairs.map { strdup($0.1) })
        defer { for copy in names + values { free(copy) } }
        return body(names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil])
    }

    /// Five seconds to connect, ten until a network that fell silent is given up.
    private static let always = [
        ("application_name", "ruta"), ("connect_timeout", "5"), ("gssencmode", "disable"),
        ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "2"),
        ("tcp_user_timeout", "10000"),
    ]

    /// Whether what is sent never leaves this machine.
    private static func isAtHome(_ options: [String: String]) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        let place =
            options["hostaddr"] ?? environment["PGHOSTADDR"] ?? options["host"] ?? environment["PGHOST"]
        guard let place, !place.isEmpty else { return true }
        return place.split(separator: ",").allSatisfy {
            $0.hasPrefix("/") || ["localhost", "127.0.0.1", "::1"].contains($0)
        }
    }

    /// What an address says, by the keywords of libpq; nil where libpq cannot read it.
    private static func options(of text: String) -> [String: String]? {
        guard let first = PQconninfoParse(text, nil) else { return nil }
        defer { PQconninfoFree(first) }
        var options: [String: String] = [:]
        var option = first
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { options[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return options
    }

    private static func firstLine(of path: String) throws(JournalFault) -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw .readOnly }
        return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
