import CaseRegister
import GRDB

/// The numbered steps that made the schema what it is. They only go forward.
enum Schema {
    /// One numbered file of `Migrations`.
    struct Migration {
        let version: Int
        let name: String
        let sql: [UInt8]
    }

    /// All migrations, the oldest first.
    static let migrations = [
        Migration(version: 1, name: "journal", sql: PackageResources._001_journal_sql),
        Migration(version: 2, name: "cases", sql: PackageResources._002_cases_sql),
        Migration(version: 3, name: "accounts", sql: PackageResources._003_accounts_sql),
        Migration(version: 4, name: "vault", sql: PackageResources._004_vault_sql),
        Migration(
            version: 5, name: "acknowledgements", sql: PackageResources._005_acknowledgements_sql),
        Migration(version: 6, name: "directory", sql: PackageResources._006_directory_sql),
        Migration(version: 7, name: "board", sql: PackageResources._007_board_sql),
        Migration(version: 10, name: "ladder", sql: PackageResources._010_ladder_sql),
        Migration(version: 11, name: "devices", sql: PackageResources._011_devices_sql),
        Migration(version: 12, name: "messages", sql: PackageResources._012_messages_sql),
        Migration(version: 13, name: "attempts", sql: PackageResources._013_attempts_sql),
        Migration(version: 14, name: "api-tokens", sql: PackageResources._014_api_tokens_sql),
        Migration(version: 15, name: "figures", sql: PackageResources._015_figures_sql),
        Migration(version: 16, name: "drills", sql: PackageResources._016_drills_sql),
        Migration(version: 17, name: "images", sql: PackageResources._017_images_sql),
    ]

    /// The table that says which of them were applied.
    static let versionTable = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            version INTEGER NOT NULL PRIMARY KEY,
            name    TEXT    NOT NULL
        ) STRICT
        """

    /// The version that this release works with.
    static var known: Int { migrations.last?.version ?? 0 }

    /// Applies what is missing, all of it or nothing.
    ///
    /// - Throws: `.newerSchema` where a newer release has written the file, since this one would not know what
    ///   it must keep.
    static func bringUpToDate(_ pool: DatabasePool) throws {
        // A file that is up to date is opened without waiting for a writer.
        guard try pool.read(version) < known else { return }
        try pool.writeWithoutTransaction { connection in
            try connection.inTransaction(.immediate) {
                // Asked again: another program may have brought it up to date meanwhile.
                let found = try version(connection)
                try connection.execute(sql: versionTable)
                for migration in migrations where migration.version > found {
                    try connection.execute(sql: String(decoding: migration.sql, as: UTF8.self))
                    try connection.execute(
                        sql: SQL.addVersion, arguments: [migration.version, migration.name])
                }
                return .commit
            }
        }
    }

    private static func version(_ connection: Database) throws -> Int {
        guard try connection.tableExists("schema_migration") else { return 0 }
        let found = try Int.fetchOne(connection, sql: SQL.lastVersion) ?? 0
        guard found <= known else { throw JournalFault.newerSchema(found: found, known: known) }
        return found
    }
}

private enum SQL {
    static let lastVersion = "SELECT max(version) FROM schema_migration"
    static let addVersion = "INSERT INTO schema_migration (version, name) VALUES (?1, ?2)"
}
