import CaseRegister

/// The same numbered steps as in a file, written in the words of PostgreSQL.
enum PostgresSchema {
    /// Applies what is missing, all of it or nothing, while nobody else writes.
    ///
    /// - Throws: `.newerSchema` where a newer release has written the database.
    static func bringUpToDate(_ link: PostgresLink) throws {
        // A database that is up to date is opened without waiting for a writer.
        guard try version(link) < Schema.known else { return }
        link.isUnhurried = true
        defer { link.isUnhurried = false }
        do {
            try link.execute("BEGIN; SET LOCAL statement_timeout = 0; " + PostgresDatabase.takeTurn)
            // Asked again: another program may have brought it up to date meanwhile.
            let found = try version(link)
            try link.execute(translated(Schema.versionTable))
            for migration in Schema.migrations where migration.version > found {
                try link.execute(translated(String(decoding: migration.sql, as: UTF8.self)))
                _ = try link.answer(
                    to: SQL.addVersion, [.integer(Int64(migration.version)), .text(migration.name)])
            }
            try link.commit()
        } catch {
            link.rollBack()
            throw error
        }
    }

    /// Writes a step for PostgreSQL; only these words differ, outside comments and quoted text.
    ///
    /// `INTEGER` becomes `BIGINT`, `BLOB` becomes `BYTEA`, and `STRICT` goes, since nothing else is known
    /// there. `TEXT` is ordered by its bytes as in a file, whatever language the server was set up in.
    static func translated(_ sqlite: String) -> String {
        var (text, word) = ("", "")
        var isQuoted = false
        for line in sqlite.split(separator: "\n", omittingEmptySubsequences: false)
        where !line.hasPrefix("--") {
            for character in line {
                if !isQuoted, character.isLetter || character == "_" {
                    word.append(character)
                    continue
                }
                text += words[word] ?? word
                word = ""
                if character == "'" { isQuoted.toggle() }
                text.append(character)
            }
            text += (words[word] ?? word) + "\n"
            word = ""
        }
        return text
    }

    private static func version(_ link: PostgresLink) throws -> Int {
        guard try link.answer(to: SQL.isThere, []).integer(0, 0) == 1 else { return 0 }
        let found = Int(try link.answer(to: SQL.lastVersion, []).integer(0, 0))
        guard found <= Schema.known else {
            throw JournalFault.newerSchema(found: found, known: Schema.known)
        }
        return found
    }

    private static let words = [
        "INTEGER": "BIGINT", "BLOB": "BYTEA", "STRICT": "", "TEXT": "TEXT COLLATE \"C\"",
    ]
}

private enum SQL {
    /// Reads the table of tables: a name that was looked up before a wait is still missing to the server after it.
    static let isThere: SharedSQL = """
        SELECT count(*) FROM pg_catalog.pg_class WHERE oid = to_regclass('schema_migration')
        """
    static let lastVersion: SharedSQL = "SELECT coalesce(max(version), 0) FROM schema_migration"
    static let addVersion: SharedSQL = "INSERT INTO schema_migration (version, name) VALUES ($1, $2)"
}
