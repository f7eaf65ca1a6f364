/// One statement in the SQL that SQLite and PostgreSQL share, with `$1` for its first value.
///
/// To SQLite `$1` is a *name*, bound in the order in which names first appear: `$2 || $1` would be bound the
/// wrong way round without an error. So the statement is also written with `?1` once, when it is first used.
public struct SharedSQL: ExpressibleByStringLiteral, Sendable {
    /// The statement as it was written, which is what PostgreSQL reads.
    let postgres: String
    /// The statement with `?1` for its first value.
    let sqlite: String

    public init(stringLiteral text: String) {
        postgres = text
        sqlite = Self.numbered(text)
    }

    private init(postgres: String, sqlite: String) {
        self.postgres = postgres
        self.sqlite = sqlite
    }

    /// Two pieces of one statement, both of them written in the source.
    static func + (start: SharedSQL, end: SharedSQL) -> SharedSQL {
        SharedSQL(
            postgres: start.postgres + " " + end.postgres, sqlite: start.sqlite + " " + end.sqlite)
    }

    /// Pieces of one statement, all of them written in the source.
    static func joined(_ first: SharedSQL, _ others: SharedSQL...) -> SharedSQL {
        others.reduce(first, +)
    }

    /// The places of so many values, from `$1` on or from a later one.
    static func places(_ count: Int, from first: Int = 1) -> SharedSQL {
        SharedSQL(stringLiteral: (first..<(first + count)).map { "$\($0)" }.joined(separator: ", "))
    }

    /// Replaces `$` by `?` before a digit, outside quoted text.
    private static func numbered(_ text: String) -> String {
        var bytes = Array(text.utf8)
        var quote: UInt8?
        for position in bytes.indices {
            let byte = bytes[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "$"), bytes.indices.contains(position + 1),
                (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[position + 1])
            {
                bytes[position] = UInt8(ascii: "?")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
