public import Access
public import CaseRegister
public import ReferralDomain

/// The wrapped keys in the one database.
public struct StoredVaultStore: VaultStore {
    let database: any SQLDatabase
    /// Where each shredding is also written, outside the database; nil writes none, as in some tests.
    private let tombstones: TombstoneFile?

    public init(on database: any SQLDatabase, tombstones: TombstoneFile? = nil) {
        self.database = database
        self.tombstones = tombstones
    }

    public func caseKeys(of id: CaseID) async throws(JournalFault) -> [WrappedKey] {
        try await database.read { session in
            try session.rows(SQL.caseKeys, [.text(id.text)]).map { row in
                WrappedKey(try Self.grant(try row.text(0), try row.text(1)), try row.blob(2))
            }
        }
    }

    public func createCaseKey(_ rows: [WrappedKey], of id: CaseID) async throws(JournalFault) -> Bool {
        try await database.write { session in
            for compartment in Set(rows.map(\.grant.compartment)) {
                let values: [SQLValue] = [.text(id.text), .text(compartment.rawValue)]
                guard try session.rows(SQL.anyCaseKey, values).isEmpty else { return false }
            }
            try Self.add(rows, of: id, in: session)
            return true
        }
    }

    public func addCaseKeys(_ rows: [WrappedKey], of id: CaseID) async throws(JournalFault) {
        try await database.write { try Self.add(rows, of: id, in: $0) }
    }

    public func removeCaseKey(_ grant: KeyGrant, of id: CaseID) async throws(JournalFault) -> Bool {
        try await database.write { session in
            let place: [SQLValue] = [.text(id.text), .text(grant.compartment.rawValue)]
            let units = try session.rows(SQL.anyCaseKey, place).map { try $0.text(0) }
            guard units.contains(grant.unit.text) else { return true }
            guard units.count > 1 else { return false }
            try session.run(SQL.removeCaseKey, place + [.text(grant.unit.text)])
            if grant.compartment == .identity {
                try session.run(SQL.forgetCase, [.text(grant.unit.text), .text(id.text)])
            }
            return true
        }
    }

    public func personKey(
        of person: PersonID, _ compartment: Compartment
    ) async throws(JournalFault) -> [UInt8]? {
        try await database.read { session in
            try session.rows(SQL.personKey, [.text(person.text), .text(compartment.rawValue)]).first?.blob(0)
        }
    }

    public func createPersonKey(_ sealed: [UInt8], at place: VaultPlace) async throws(JournalFault) -> Bool {
        try await database.write { session in
            let key: [SQLValue] = [.text(place.person.text), .text(place.compartment.rawValue)]
            guard try !Self.isShredded(place.person, in: session),
                try session.rows(SQL.personKey, key).isEmpty
            else { return false }
            try session.run(SQL.addPersonKey, key + [.text(place.caseID.text), .blob(sealed)])
            return true
        }
    }

    public func isShredded(_ person: PersonID) async throws(JournalFault) -> Bool {
        try await database.read { try Self.isShredded(person, in: $0) }
    }

    public func shred(_ tombstones: [Tombstone]) async throws(JournalFault) {
        // Outside first: what is in the file and not yet in the database is done at the next start.
        try self.tombstones?.add(tombstones)
        try await database.write { session in
            for tombstone in tombstones {
                let person = SQLValue.text(tombstone.person.text)
                try session.run(SQL.removePersonKeys, [person])
                try session.run(SQL.forgetPerson, [person])
                try session.run(SQL.removeImages, [person])
                try session.run(
                    SQL.bury, [person, .integer(tombstone.instant.millisecondsSinceEpoch)])
            }
        }
        try await database.forgetDeleted()
    }

    public func indexKey(of unit: UnitID) async throws(JournalFault) -> [UInt8]? {
        try await database.read { try $0.rows(SQL.indexKey, [.text(unit.text)]).first?.blob(0) }
    }

    public func createIndexKey(_ wrapped: [UInt8], of unit: UnitID) async throws(JournalFault) -> Bool {
        try await database.write { session in
            guard try session.rows(SQL.indexKey, [.text(unit.text)]).isEmpty else { return false }
            try session.run(SQL.addIndexKey, [.text(unit.text), .blob(wrapped)])
            return true
        }
    }

    public func index(
        _ token: [UInt8], of place: VaultPlace, for unit: UnitID
    ) async throws(JournalFault) {
        try await database.write { session in
            guard try !Self.isShredded(place.person, in: session) else { return }
            let row: [SQLValue] = [
                .text(unit.text), .blob(token), .text(place.caseID.text), .text(place.person.text),
            ]
            try session.run(SQL.addToken, row)
        }
    }

    public func matches(_ token: [UInt8], for unit: UnitID) async throws(JournalFault) -> [VaultMatch] {
        try await database.read { session in
            try session.rows(SQL.matches, [.text(unit.text), .blob(token)]).map { row in
                guard let id = try? CaseID(reading: try row.text(0)),
                    let person = try? PersonID(reading: try row.text(1))
                else { throw JournalFault.damaged }
                return VaultMatch(case: id, person: person)
            }
        }
    }

    private static func add(_ rows: [WrappedKey], of id: CaseID, in session: any SQLSession) throws {
        for row in rows {
            let values: [SQLValue] = [
                .text(id.text), .text(row.grant.compartment.rawValue), .text(row.grant.unit.text),
                .blob(row.wrapped),
            ]
            try session.run(SQL.addCaseKey, values)
        }
    }

    static func isShredded(_ person: PersonID, in session: any SQLSession) throws -> Bool {
        try !session.rows(SQL.tombstone, [.text(person.text)]).isEmpty
    }

    private static func grant(_ compartment: String, _ unit: String) throws(JournalFault) -> KeyGrant {
        guard let compartment = Compartment(rawValue: compartment), let unit = try? UnitID(reading: unit)
        else {
            throw .damaged
        }
        return KeyGrant(compartment, unit)
    }
}

private enum SQL {
    static let caseKeys: SharedSQL = """
        SELECT compartment, unit, wrapped FROM compartment_key WHERE case_id = $1 ORDER BY compartment, unit
        """
    static let anyCaseKey: SharedSQL = """
        SELECT unit FROM compartment_key WHERE case_id = $1 AND compartment = $2
        """
    static let addCaseKey: SharedSQL = """
        INSERT INTO compartment_key (case_id, compartment, unit, wrapped) VALUES ($1, $2, $3, $4)
        ON CONFLICT (case_id, compartment, unit) DO NOTHING
        """
    static let removeCaseKey: SharedSQL = """
        DELETE FROM compartment_key WHERE case_id = $1 AND compartment = $2 AND unit = $3
        """
    static let personKey: SharedSQL = """
        SELECT sealed FROM person_key WHERE person = $1 AND compartment = $2
        """
    static let addPersonKey: SharedSQL = """
        INSERT INTO person_key (person, compartment, case_id, sealed) VALUES ($1, $2, $3, $4)
        """
    static let removePersonKeys: SharedSQL = "DELETE FROM person_key WHERE person = $1"
    static let removeImages: SharedSQL = "DELETE FROM sealed_image WHERE person = $1"
    static let tombstone: SharedSQL = "SELECT shredded_at_ms FROM person_tombstone WHERE person = $1"
    static let bury: SharedSQL = """
        INSERT INTO person_tombstone (person, shredded_at_ms) VALUES ($1, $2) ON CONFLICT (person) DO NOTHING
        """
    static let indexKey: SharedSQL = "SELECT wrapped FROM blind_key WHERE unit = $1"
    static let addIndexKey: SharedSQL = "INSERT INTO blind_key (unit, wrapped) VALUES ($1, $2)"
    static let addToken: SharedSQL = """
        INSERT INTO blind_index (unit, token, case_id, person) VALUES ($1, $2, $3, $4)
        ON CONFLICT (unit, token, case_id, person) DO NOTHING
        """
    static let matches: SharedSQL = """
        SELECT case_id, person FROM blind_index WHERE unit = $1 AND token = $2 ORDER BY case_id, person
        """
    static let forgetCase: SharedSQL = "DELETE FROM blind_index WHERE unit = $1 AND case_id = $2"
    static let forgetPerson: SharedSQL = "DELETE FROM blind_index WHERE person = $1"
}
