import Access
public import CaseRegister
public import Catalog
import Foundation
import ReferralDomain
import Sealing
import Storage

/// The first unit of a house: made once, by whoever stands at the machine.
public struct HouseSetup: Sendable {
    private let data: String
    private let catalog: ProtocolCatalog

    public init(data: String, catalog: ProtocolCatalog) {
        self.data = data
        self.catalog = catalog
    }

    /// What is shown once and kept nowhere.
    public struct Shown: Sendable {
        public let account: String
        /// The half of the invitation that goes on paper.
        public let link: String
        /// The half that is said: six digits.
        public let spoken: String
        /// The paper key of the unit.
        public let recovery: String
    }

    /// Why nothing was set up.
    public enum Failure: Error, Hashable {
        case unit
        case institution
        /// With the roles that there are.
        case role([String])
        /// Somebody was here before.
        case twice
        case fault(JournalFault)
        case failed(code: String)
    }

    /// Founds the unit and invites its first member.
    public func found(
        _ unit: String, institution: String, name: String, municipality: String?, role: String
    ) async throws(Failure) -> Shown {
        guard let id = try? UnitID(reading: unit) else { throw .unit }
        guard catalog.content.institutions[Identifier(institution)] != nil else { throw .institution }
        guard let first = Role(rawValue: role) else { throw .role(Role.allCases.map(\.rawValue)) }
        let card = UnitCard(id: id, institution: institution, name: name, municipality: municipality)
        do {
            return try await made(card, first: first)
        } catch let failure as Failure {
            throw failure
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .failed(code: "\(type(of: error))")
        }
    }

    private func made(_ card: UnitCard, first role: Role) async throws -> Shown {
        try? FileManager.default.createDirectory(
            at: URL(filePath: data).deletingLastPathComponent(), withIntermediateDirectories: true)
        let database = try SQLiteDatabase(at: data)
        let (random, work) = (SystemRandom(), QueuedWork())
        let store = SQLiteAccounts(on: database)
        let sessions = Sessions(
            store: store, throttle: EntryThrottle(), work: work, clock: SystemClock.now)
        let desk = AccountDesk(
            store: store, sessions: sessions, work: work, clock: SystemClock.now, random: random)
        guard try await desk.isEmpty() else { throw Failure.twice }
        let founded = try await desk.found(card, first: role)
        try database.close()
        return Shown(
            account: founded.invitation.account.text, link: founded.invitation.link.text,
            spoken: founded.invitation.spoken, recovery: founded.recovery.text)
    }
}
