public import CaseRegister

/// Copies a whole register from one database into an empty one, on whichever databases the two are.
///
/// A copy that was cut short is taken up again where its journal ends. Until it is whole, the target says so
/// of itself, and no journal is opened on it.
public struct RegisterCopy: Sendable {
    private let source: any SQLDatabase
    private let target: any SQLDatabase
    /// How many rows are read and written in one transaction.
    var batch: Int64 = 2_000

    /// Why there is no whole copy.
    public enum Failure: Error, Hashable {
        /// The target has a register already, or the beginning of another one.
        case taken
        /// A table has other rows than the source: somebody wrote meanwhile.
        case changed(table: String)
        case fault(JournalFault)
    }

    public init(from source: any SQLDatabase, to target: any SQLDatabase) {
        self.source = source
        self.target = target
    }

    /// Copies, and says what both databases have then; nobody may write to either of them meanwhile.
    public func run() async throws(Failure) -> DatabaseStatus {
        do {
            try await begin()
            try await copyJournal()
            try await clear()
            for table in CopiedTable.others { try await copy(table) }
            let status = try await compared()
            try await finish()
            return status
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .fault(JournalFault(error))
        }
    }

    /// Marks the target, which must be empty or marked by an earlier try, with the same beginning.
    private func begin() async throws {
        let isOurs = try await target.write { session in
            guard try session.rows(SQL.mark).isEmpty else { return true }
            for table in CopiedTable.others + [CopiedTable.journal, CopiedTable.meta] {
                guard try session.rows(table.count).first?.integer(0) == 0 else { return false }
            }
            try session.run(SQL.setMark)
            return true
        }
        guard isOurs else { throw Failure.taken }
        let head = try await target.read { try JournalWriter.head(in: $0) }
        guard let head else { return }
        let known = try await source.read { try $0.rows(SQL.hash, [.integer(head.position)]).first?.text(0) }
        guard known == head.hash else { throw Failure.taken }
    }

    private func copyJournal() async throws {
        while true {
            let last = try await target.read { try JournalWriter.head(in: $0)?.position ?? 0 }
            let page: [SQLValue] = [.integer(last), .integer(batch)]
            let rows = try await source.read { try $0.rows(SQL.entries, page) }
            guard !rows.isEmpty else { return }
            try await target.write { session in
                for row in rows { try session.run(CopiedTable.journal.add, row.all) }
            }
        }
    }

    /// Takes out what an earlier try left of everything but the journal.
    private func clear() async throws {
        try await target.write { session in
            for table in CopiedTable.others.reversed() { try session.run(table.clear) }
        }
    }

    private func copy(_ table: CopiedTable) async throws {
        var last: [SQLValue]?
        while let page = table.page(behind: last, most: batch) {
            let rows = try await source.read { try $0.rows(page.sql, page.values) }
            guard let end = rows.last else { return }
            let fault = await add(rows, to: table)
            if let fault {
                let isLate = Self.refersToNothing.contains(fault)
                throw isLate ? Failure.changed(table: table.name) : .fault(fault)
            }
            last = table.key(of: end.all)
        }
    }

    /// Adds rows to the target, all or none; why there are none.
    private func add(_ rows: [SQLRow], to table: CopiedTable) async -> JournalFault? {
        do {
            try await target.write { session in
                for row in rows { try session.run(table.add, row.all) }
            }
            return nil
        } catch {
            return error
        }
    }

    private func compared() async throws -> DatabaseStatus {
        let ours = try await source.read { try DatabaseStatus(in: $0) }
        let theirs = try await target.read { try DatabaseStatus(in: $0) }
        guard ours.head == theirs.head else { throw Failure.changed(table: CopiedTable.journal.name) }
        for (table, count) in ours.rows where theirs.rows[table] != count {
            throw Failure.changed(table: table)
        }
        return ours
    }

    /// Gives the target what the source says of itself, in place of the mark.
    private func finish() async throws {
        let rows = try await source.read { try $0.rows(CopiedTable.meta.all) }
        try await target.write { session in
            try session.run(CopiedTable.meta.clear)
            for row in rows { try session.run(CopiedTable.meta.add, row.all) }
        }
    }

    /// What both databases say of a row whose entry of the journal came after the copy of that.
    private static let refersToNothing = [
        JournalFault.other(code: "sqlite-787"), .other(code: "postgres-23503"),
    ]
}

extension StoredCaseJournal {
    /// Refuses a database into which a register is still being copied.
    ///
    /// - Throws: `.other` with the code `copy-under-way`.
    static func refuseHalfCopied(_ session: any SQLSession) throws {
        guard try session.rows(SQL.mark).isEmpty else { throw JournalFault.other(code: "copy-under-way") }
    }
}

private enum SQL {
    static let mark: SharedSQL = "SELECT value FROM register_meta WHERE name = 'copy-under-way'"
    static let setMark: SharedSQL = """
        INSERT INTO register_meta (name, value) VALUES ('copy-under-way', '1')
        """
    static let hash: SharedSQL = "SELECT hash FROM journal_event WHERE position = $1"
    static let entries = LinkedEntry.columns + "WHERE position > $1 ORDER BY position LIMIT $2"
}
