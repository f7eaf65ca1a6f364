import GRDB

@testable import Storage

/// Another program at the same database, which keeps to no rule of ours.
enum Stranger {
    case file(String)
    case server(PostgresAddress)

    /// Runs statements, whatever refers to what they change.
    func plant(_ statements: String...) throws {
        switch self {
        case .file(let path):
            try World.stranger(at: path).write { connection in
                for statement in statements { try connection.execute(sql: statement) }
            }
        case .server(let address):
            let link = try PostgresLink(to: address, PostgresServer.patient)
            try link.execute("SET session_replication_role = replica")
            for statement in statements { try link.execute(statement) }
        }
    }

    /// Makes a table refuse a kind of change.
    func refuse(_ change: String, of table: String) throws {
        switch self {
        case .file:
            try plant(
                """
                CREATE TRIGGER planted BEFORE \(change) ON \(table) BEGIN SELECT RAISE(ABORT, 'planted'); END
                """)
        case .server:
            try plant(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$
                """,
                "CREATE TRIGGER planted BEFORE \(change) ON \(table) FOR EACH ROW EXECUTE FUNCTION refuse()")
        }
    }

    /// Makes a table that refused let everything pass.
    func allow(_ table: String) throws {
        switch self {
        case .file: try plant("DROP TRIGGER planted")
        case .server: try plant("DROP TRIGGER planted ON \(table)")
        }
    }

    /// A second program of ours at the same database.
    func program() throws -> any SQLDatabase {
        switch self {
        case .file(let path): try SQLiteDatabase(at: path)
        case .server(let address): try PostgresDatabase(at: address, PostgresServer.patient)
        }
    }
}
