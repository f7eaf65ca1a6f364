import Access
public import CaseRegister
public import Catalog
import Foundation
import ReferralDomain
import Sealing
import Storage

/// The units of a house, founded and recovered by whoever stands at the machine. Each act stands in the log.
public struct HouseSetup: Sendable {
    private let place: RegisterPlace
    private let catalog: ProtocolCatalog

    public init(at place: RegisterPlace, catalog: ProtocolCatalog) {
        self.place = place
        self.catalog = catalog
    }

    /// A unit as it is asked for, nothing checked yet.
    public struct Wanted: Sendable {
        public let unit: String
        public let institution: String
        public let name: String
        public let municipality: String?
        /// What the first member is to be; nil for the ordinary role of the institution.
        public let role: String?

        public init(unit: String, institution: String, name: String, municipality: String?, role: String?) {
            self.unit = unit
            self.institution = institution
            self.name = name
            self.municipality = municipality
            self.role = role
        }
    }

    /// An invitation that is shown once and kept nowhere.
    public struct Shown: Sendable {
        public let account: String
        /// The half of the invitation that goes on paper.
        public let link: String
        /// The half that is said: six digits.
        public let spoken: String
        /// The paper key of a new unit; nil where it stays the one that was printed.
        public let recovery: String?
    }

    /// One unit in the list.
    public struct Listed: Sendable {
        public let unit: String
        public let institution: String
        public let name: String
        public let municipality: String?
        /// How many accounts of it may enter.
        public let accounts: Int
    }

    /// Why nothing was done.
    public enum Failure: Error, Hashable {
        case unit
        case institution
        /// With the roles that a unit of this institution has.
        case role([String])
        case municipality
        /// Somebody was here before.
        case twice
        /// There is no house here yet.
        case nothing
        /// There is a unit of this id.
        case taken
        /// There is no unit of this id.
        case unknown
        /// What was typed is no paper key, or not the one that was printed last.
        case key
        case fault(JournalFault)
        case failed(code: String)
    }

    /// Founds the first unit of a house and invites its first member.
    public func begin(_ wanted: Wanted) async throws(Failure) -> Shown {
        let (card, role) = try checked(wanted)
        try? FileManager.default.createDirectory(
            at: URL(filePath: place.data).deletingLastPathComponent(), withIntermediateDirectories: true)
        return try await atDesk { desk in
            guard try await desk.isEmpty() else { throw Failure.twice }
            return Shown(try await desk.found(card, first: role))
        }
    }

    /// Founds a further unit and invites its first member; a running server knows it at once.
    public func found(_ wanted: Wanted) async throws(Failure) -> Shown {
        let (card, role) = try checked(wanted)
        return try await inHouse { desk in Shown(try await desk.found(card, first: role)) }
    }

    /// Opens a unit with its paper key and invites a member.
    ///
    /// - Parameters:
    ///   - typed: the key as it was copied from paper.
    ///   - role: nil for the ordinary role of the institution.
    public func recover(_ unit: String, typed: String, role: String?) async throws(Failure) -> Shown {
        guard let id = try? UnitID(reading: unit) else { throw .unit }
        guard let key = try? RecoveryKey(reading: typed) else { throw .key }
        return try await inHouse { desk in
            guard let found = try await desk.units().first(where: { $0.card.id == id }) else {
                throw Failure.unknown
            }
            let role = try Self.role(role, of: found.card.institution)
            return Shown(try await desk.recover(id, with: key, as: role))
        }
    }

    /// The units of the house, by id.
    public func units() async throws(Failure) -> [Listed] {
        try await inHouse { desk in
            try await desk.units().map { card, accounts in
                Listed(
                    unit: card.id.text, institution: card.institution, name: card.name,
                    municipality: card.municipality, accounts: accounts)
            }
        }
    }

    private func checked(_ wanted: Wanted) throws(Failure) -> (UnitCard, Role) {
        guard let id = try? UnitID(reading: wanted.unit) else { throw .unit }
        guard catalog.content.institutions[Identifier(wanted.institution)] != nil else { throw .institution }
        let role = try Self.role(wanted.role, of: wanted.institution)
        if let municipality = wanted.municipality {
            guard catalog.content.districts.contains(where: { $0.id.text == municipality }) else {
                throw .municipality
            }
        } else if FoundingRule.needsMunicipality(wanted.institution, first: role) {
            throw .municipality
        }
        let card = UnitCard(
            id: id, institution: wanted.institution, name: wanted.name, municipality: wanted.municipality)
        return (card, role)
    }

    private static func role(_ wanted: String?, of institution: String) throws(Failure) -> Role {
        let allowed = FoundingRule.roles(of: institution)
        guard let wanted else { return allowed.first ?? .officer }
        guard let role = Role(rawValue: wanted), allowed.contains(role) else {
            throw .role(allowed.map(\.rawValue))
        }
        return role
    }

    /// What is done in a house that was set up.
    private func inHouse<Value: Sendable>(
        _ body: @Sendable (AccountDesk) async throws -> Value
    ) async throws(Failure) -> Value {
        guard place.isThere else { throw .nothing }
        return try await atDesk { desk in
            guard try await !desk.isEmpty() else { throw Failure.nothing }
            return try await body(desk)
        }
    }

    private func atDesk<Value: Sendable>(
        _ body: @Sendable (AccountDesk) async throws -> Value
    ) async throws(Failure) -> Value {
        do {
            let database = try place.open()
            let (random, work) = (SystemRandom(), QueuedWork())
            let store = StoredAccounts(on: database)
            let sessions = Sessions(
                store: store, throttle: EntryThrottle(), work: work, clock: SystemClock.now)
            var desk = AccountDesk(
                store: store, sessions: sessions, work: work, clock: SystemClock.now, random: random)
            desk.log = AccountLog(StoredAuditLog(on: database, digest: Fingerprint.sha256))
            let value = try await body(desk)
            try database.close()
            return value
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> Failure {
        switch error {
        case let failure as Failure: failure
        case let fault as JournalFault: .fault(fault)
        case AccountRefusal.fault(let fault): .fault(fault)
        case AccountRefusal.taken: .taken
        case AccountRefusal.recoveryKey: .key
        case AccountRefusal.unknown: .unknown
        default: .failed(code: "\(type(of: error))")
        }
    }
}

extension HouseSetup.Shown {
    fileprivate init(_ founded: AccountDesk.Founded) {
        self.init(founded.invitation, recovery: founded.recovery.text)
    }

    fileprivate init(_ invitation: Invitation, recovery: String? = nil) {
        account = invitation.account.text
        link = invitation.link.text
        spoken = invitation.spoken
        self.recovery = recovery
    }
}
