public import CaseRegister

/// By what a database knows the keys of its house: marks that are no secret, each under a name.
public struct StoredKeyMarks: Sendable {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    /// Writes the marks of a node down where a judge says that they are those of the house.
    ///
    /// - Parameter judge: is shown the marks that are known, none at the first start of a house.
    /// - Returns: whether the node is of this house.
    public func admit(
        _ marks: [String: String], judge: (_ known: [String: String]) -> Bool
    ) throws(JournalFault) -> Bool {
        // A node that is known is let in without waiting for a writer.
        if try database.readAtStart(Self.known) == marks { return true }
        return try database.writeAtStart { session in
            // Asked again: another node may have been the first at the same moment.
            let known = try Self.known(session)
            guard judge(known) else { return false }
            for (name, mark) in marks where known[name] != mark {
                try session.run(SQL.set, [.text(Self.prefix + name), .text(mark)])
            }
            return true
        }
    }

    private static func known(_ session: any SQLSession) throws -> [String: String] {
        var known: [String: String] = [:]
        for row in try session.rows(SQL.known) {
            known[String(try row.text(0).dropFirst(prefix.count))] = try row.text(1)
        }
        return known
    }

    private static let prefix = "house-key-"
}

private enum SQL {
    static let known: SharedSQL = "SELECT name, value FROM register_meta WHERE name LIKE 'house-key-%'"
    static let set: SharedSQL = """
        INSERT INTO register_meta (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """
}
