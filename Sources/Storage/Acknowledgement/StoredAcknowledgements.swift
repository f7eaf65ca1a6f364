public import Access
public import CaseRegister
public import ReferralDomain

/// Links and codes that wait, in the database of the journal.
public struct StoredAcknowledgements: AcknowledgementStore {
    let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func keep(_ ticket: AcknowledgementTicket) async throws(JournalFault) {
        try await database.write { session in
            try session.run(
                SQL.endFormer,
                [
                    .text(ticket.kind.rawValue), .text(ticket.about.caseID.text),
                    .text(ticket.about.referral.text),
                ])
            try session.run(
                SQL.keep,
                [
                    .text(ticket.id), .text(ticket.kind.rawValue), .text(ticket.about.caseID.text),
                    .text(ticket.about.referral.text), .text(ticket.about.institution),
                    .text(ticket.issuer.account.text), .text(ticket.issuer.session),
                    ticket.code.map { .text($0.salt) } ?? .null, ticket.code.map { .text($0.hash) } ?? .null,
                    .integer(ticket.issued.millisecondsSinceEpoch),
                    .integer(ticket.expires.millisecondsSinceEpoch), .integer(Int64(ticket.tries)),
                    ticket.usedAt.map { .integer($0.millisecondsSinceEpoch) } ?? .null,
                ])
        }
    }

    public func ticket(_ id: String) async throws(JournalFault) -> AcknowledgementTicket? {
        // The database refuses such a text as a fault; here it only means that no ticket has it.
        guard !id.utf8.contains(0) else { return nil }
        return try await database.read { session in
            try session.rows(SQL.ticket, [.text(id)]).first.map(AcknowledgementTicket.init)
        }
    }

    public func tickets(
        of referral: ReferralID, in caseID: CaseID
    ) async throws(JournalFault) -> [AcknowledgementTicket] {
        try await database.read { session in
            try session.rows(SQL.tickets, [.text(caseID.text), .text(referral.text)])
                .map(AcknowledgementTicket.init)
        }
    }

    public func countTry(of id: String, most: Int) async throws(JournalFault) -> Bool {
        try await database.write { session in
            try !session.rows(SQL.countTry, [.text(id), .integer(Int64(most))]).isEmpty
        }
    }

    public func use(_ id: String, at now: Instant) async throws(JournalFault) {
        try await database.write { session in
            try session.run(SQL.use, [.text(id), .integer(now.millisecondsSinceEpoch)])
        }
    }

    public func forget(before now: Instant) async throws(JournalFault) {
        try await database.write { session in
            try session.run(SQL.forget, [.integer(now.millisecondsSinceEpoch)])
        }
    }
}

extension AcknowledgementTicket {
    /// A ticket as it was stored.
    ///
    /// - Throws: `.damaged` where a column cannot be what this program once wrote.
    fileprivate init(_ row: SQLRow) throws {
        guard let kind = Kind(rawValue: try row.text(1)), let caseID = try? CaseID(reading: row.text(2)),
            let referral = try? ReferralID(reading: row.text(3)),
            let account = try? ActorID(reading: row.text(5))
        else { throw JournalFault.damaged }
        // A link has no code, and the code of digits is never empty.
        let (salt, hash) = (try row.text(7), try row.text(8))
        self.init(
            try row.text(0), kind, about: Subject(caseID, referral, institution: try row.text(4)),
            by: Issuer(account, session: try row.text(6)),
            code: hash.isEmpty ? nil : StoredCode(salt: salt, hash: hash),
            life: (
                Instant(millisecondsSinceEpoch: try row.integer(9)),
                Instant(millisecondsSinceEpoch: try row.integer(10))
            ))
        tries = Int(try row.integer(11))
        let used = try row.integer(12)
        usedAt = used < 0 ? nil : Instant(millisecondsSinceEpoch: used)
    }
}

private enum SQL {
    static let endFormer: SharedSQL = """
        DELETE FROM acknowledgement_ticket
        WHERE kind = $1 AND case_id = $2 AND referral_id = $3 AND used_at_ms IS NULL
        """
    static let keep: SharedSQL = """
        INSERT INTO acknowledgement_ticket (
            ticket_id, kind, case_id, referral_id, institution, issued_by, session, code_salt, code_hash,
            issued_at_ms, expires_at_ms, tries, used_at_ms
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """
    static let ticket: SharedSQL = """
        SELECT ticket_id, kind, case_id, referral_id, institution, issued_by, session,
            coalesce(code_salt, '') AS code_salt, coalesce(code_hash, '') AS code_hash,
            issued_at_ms, expires_at_ms, tries, coalesce(used_at_ms, -1) AS used_at_ms
        FROM acknowledgement_ticket WHERE ticket_id = $1
        """
    static let tickets: SharedSQL = """
        SELECT ticket_id, kind, case_id, referral_id, institution, issued_by, session,
            coalesce(code_salt, '') AS code_salt, coalesce(code_hash, '') AS code_hash,
            issued_at_ms, expires_at_ms, tries, coalesce(used_at_ms, -1) AS used_at_ms
        FROM acknowledgement_ticket WHERE case_id = $1 AND referral_id = $2
        ORDER BY issued_at_ms DESC, ticket_id DESC
        """
    static let countTry: SharedSQL = """
        UPDATE acknowledgement_ticket SET tries = tries + 1 WHERE ticket_id = $1 AND tries < $2
        RETURNING ticket_id
        """
    static let use: SharedSQL = """
        UPDATE acknowledgement_ticket SET used_at_ms = $2 WHERE ticket_id = $1 AND used_at_ms IS NULL
        """
    static let forget: SharedSQL = "DELETE FROM acknowledgement_ticket WHERE expires_at_ms < $1"
}
