import Access
import CaseRegister
import ReferralDomain

extension AccountRecord {
    /// Reads the ten columns of an account.
    init(row: SQLRow) throws(JournalFault) {
        self.init(
            Account(
                try ActorID(column: try row.text(0)), in: try UnitID(column: try row.text(1)),
                as: try Role(column: try row.text(2)),
                life: .init(
                    created: Instant(column: try row.integer(3)),
                    expires: try row.optionalInteger(4).map(Instant.init(column:)),
                    ended: try row.optionalInteger(5).map(Instant.init(column:)))),
            secrets: AccountSecrets(
                publicKey: try row.blob(6), lockedKey: try row.blob(7), sealedFactor: try row.blob(8),
                wrappedUnit: try row.blob(9)))
    }

    /// The same columns, to be written.
    var values: [SQLValue] {
        [
            .text(account.id.text), .text(account.unit.text), .text(account.role.rawValue),
            .integer(account.created.millisecondsSinceEpoch),
            SQLValue(account.expires?.millisecondsSinceEpoch),
            SQLValue(account.ended?.millisecondsSinceEpoch), .blob(secrets.publicKey),
            .blob(secrets.lockedKey), .blob(secrets.sealedFactor), .blob(secrets.wrappedUnit),
        ]
    }
}

extension SessionRecord {
    /// Reads the nine columns of a session.
    init(row: SQLRow) throws(JournalFault) {
        self.init(
            try row.text(0), id: try row.text(1), of: try ActorID(column: try row.text(2)),
            formToken: try row.text(3), lockedKey: try row.blob(4),
            times: Times(
                created: Instant(column: try row.integer(5)), seen: Instant(column: try row.integer(6)),
                steppedUpUntil: try row.optionalInteger(7).map(Instant.init(column:)),
                idleLimit: try row.integer(8)))
    }
}

extension UnitRecord {
    /// Reads the seven columns of a unit.
    init(row: SQLRow) throws(JournalFault) {
        self.init(
            UnitCard(
                id: try UnitID(column: try row.text(0)), institution: try row.text(1), name: try row.text(2),
                municipality: try row.optionalText(3),
                districts: try row.text(4).split(separator: " ").map(String.init)),
            publicKey: try row.blob(5), recovery: try row.blob(6))
    }
}

extension ActorID {
    /// Reads a column that this program wrote.
    ///
    /// - Throws: `.damaged` where it did not.
    init(column text: String) throws(JournalFault) {
        do { try self.init(reading: text) } catch { throw .damaged }
    }
}

extension UnitID {
    /// Reads a column that this program wrote.
    ///
    /// - Throws: `.damaged` where it did not.
    init(column text: String) throws(JournalFault) {
        do { try self.init(reading: text) } catch { throw .damaged }
    }
}

extension Role {
    /// Reads a column that this program wrote.
    ///
    /// - Throws: `.damaged` where it did not.
    init(column text: String) throws(JournalFault) {
        guard let role = Role(rawValue: text) else { throw .damaged }
        self = role
    }
}

extension Instant {
    /// Reads a column of milliseconds.
    init(column milliseconds: Int64) { self.init(millisecondsSinceEpoch: milliseconds) }
}
