public import Access
public import CaseRegister
public import ReferralDomain

/// Units, accounts, invitations and sessions in one database.
public struct StoredAccounts: AccessStore {
    let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func units() async throws(JournalFault) -> [UnitCard] {
        try await database.read { try $0.rows(SQL.units).map { try UnitRecord(row: $0).card } }
    }

    public func add(_ unit: UnitRecord) async throws(JournalFault) -> Bool {
        try await database.write { session in
            let card = unit.card
            guard try session.rows(SQL.unit, [.text(card.id.text)]).isEmpty else { return false }
            try session.run(
                SQL.addUnit,
                [
                    .text(card.id.text), .text(card.institution), .text(card.name),
                    SQLValue(card.municipality), .text(card.districts.joined(separator: " ")),
                    .blob(unit.publicKey), .blob(unit.recovery),
                ])
            return true
        }
    }

    public func unit(_ id: UnitID) async throws(JournalFault) -> UnitRecord? {
        try await database.read {
            try $0.rows(SQL.unit, [.text(id.text)]).first.map { try UnitRecord(row: $0) }
        }
    }

    public func setRecovery(_ locked: [UInt8], of unit: UnitID) async throws(JournalFault) {
        try await database.write { try $0.run(SQL.setRecovery, [.text(unit.text), .blob(locked)]) }
    }

    public func add(_ record: AccountRecord) async throws(JournalFault) -> Bool {
        try await database.write { session in
            guard try session.rows(SQL.account, [.text(record.account.id.text)]).isEmpty else { return false }
            try session.run(SQL.addAccount, record.values)
            return true
        }
    }

    public func account(_ id: ActorID) async throws(JournalFault) -> AccountRecord? {
        try await database.read {
            try $0.rows(SQL.account, [.text(id.text)]).first.map { try AccountRecord(row: $0) }
        }
    }

    public func accounts(of unit: UnitID) async throws(JournalFault) -> [Account] {
        try await database.read {
            try $0.rows(SQL.accounts, [.text(unit.text)]).map { try AccountRecord(row: $0).account }
        }
    }

    public func codes() async throws(JournalFault) -> Set<ActorID> {
        try await database.read { Set(try $0.rows(SQL.codes).map { try ActorID(column: try $0.text(0)) }) }
    }

    public func setLockedKey(_ locked: [UInt8], of id: ActorID) async throws(JournalFault) {
        try await database.write { try $0.run(SQL.setLockedKey, [.text(id.text), .blob(locked)]) }
    }

    public func end(_ id: ActorID, at instant: Instant) async throws(JournalFault) {
        try await database.write { session in
            try session.run(SQL.endAccount, [.text(id.text), .integer(instant.millisecondsSinceEpoch)])
            try session.run(SQL.endSessions, [.text(id.text), .text("")])
            try session.run(SQL.dropInvitation, [.text(id.text)])
        }
    }

    public func useStep(_ step: Int64, of id: ActorID) async throws(JournalFault) -> Bool {
        try await database.write { session in
            guard let row = try session.rows(SQL.lastStep, [.text(id.text)]).first,
                try row.integer(0) < step
            else { return false }
            try session.run(SQL.useStep, [.text(id.text), .integer(step)])
            return true
        }
    }
}

private enum SQL {
    static let units: SharedSQL = """
        SELECT id, institution, name, municipality, districts, public_key, recovery FROM unit ORDER BY id
        """
    static let unit: SharedSQL = """
        SELECT id, institution, name, municipality, districts, public_key, recovery FROM unit WHERE id = $1
        """
    static let addUnit: SharedSQL = """
        INSERT INTO unit (id, institution, name, municipality, districts, public_key, recovery)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    static let setRecovery: SharedSQL = "UPDATE unit SET recovery = $2 WHERE id = $1"
    static let account: SharedSQL = """
        SELECT id, unit, role, created_at_ms, expires_at_ms, ended_at_ms, public_key, locked_key, sealed_factor,
            wrapped_unit
        FROM account WHERE id = $1
        """
    static let accounts: SharedSQL = """
        SELECT id, unit, role, created_at_ms, expires_at_ms, ended_at_ms, public_key, locked_key, sealed_factor,
            wrapped_unit
        FROM account WHERE unit = $1 ORDER BY id
        """
    static let addAccount: SharedSQL = """
        INSERT INTO account (
            id, unit, role, created_at_ms, expires_at_ms, ended_at_ms, public_key, locked_key, sealed_factor,
            wrapped_unit, last_step
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, -1)
        """
    static let codes: SharedSQL = "SELECT id FROM account UNION SELECT account FROM invitation"
    static let setLockedKey: SharedSQL = "UPDATE account SET locked_key = $2 WHERE id = $1"
    static let endAccount: SharedSQL = """
        UPDATE account SET ended_at_ms = $2 WHERE id = $1 AND ended_at_ms IS NULL
        """
    static let endSessions: SharedSQL = "DELETE FROM session WHERE account = $1 AND lookup <> $2"
    static let dropInvitation: SharedSQL = "DELETE FROM invitation WHERE account = $1"
    static let lastStep: SharedSQL = "SELECT last_step FROM account WHERE id = $1"
    static let useStep: SharedSQL = "UPDATE account SET last_step = $2 WHERE id = $1"
}
