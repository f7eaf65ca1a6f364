import Access
import CaseRegister
import Catalog
import Logging
import ReferralDomain
import Sealing

/// The keys of a case as its acts need them: one place that seals, gives keys and takes them away.
///
/// After every act on a case: `await CaseKeys(room: room).settle(id, by: visitor)`.
struct CaseKeys: Sendable {
    let room: StaffRoom

    /// What came of the work on the keys.
    enum News: Equatable, Sendable {
        case settled
        /// These units wait for a key, until somebody acts who has it.
        case owed([UnitID])
        /// The vault could not be read or written; the next act tries again.
        case failed
    }

    /// Brings the keys in line with the case. It never fails the act that came before.
    func settle(_ id: CaseID, by visitor: Visitor) async -> News {
        await settle(id, as: Self.holder(visitor))
    }

    /// The same after the act of somebody who has no session, such as the holder of a one-time link: nothing
    /// is given, but what must go is taken away.
    func settle(_ id: CaseID, as holder: KeyHolder) async -> News {
        guard let ports = room.ports.vault else { return .settled }
        do {
            let history = try await room.ports.journal.history(of: id)
            let plan = plan(of: history, try await room.ports.units.units(), ports)
            let owed = try await ports.vault.settle(plan, of: id, keys: ports.keys, by: holder)
            return owed.isEmpty ? .settled : .owed(Set(owed.map(\.unit)).sorted { $0.text < $1.text })
        } catch {
            room.logger.error("keys of a case not settled")
            return .failed
        }
    }

    /// The units that wait for a key of the case that others have already, by their ids; none where the vault
    /// cannot be read, since a page must not hang on it.
    func waiting(_ id: CaseID) async -> [UnitID] {
        guard let ports = room.ports.vault else { return [] }
        do {
            let history = try await room.ports.journal.history(of: id)
            let plan = plan(of: history, try await room.ports.units.units(), ports)
            let held = try await ports.vault.holders(of: id)
            let sealed = Set(held.map(\.compartment))
            var units: Set<UnitID> = []
            for grant in plan.grants.subtracting(held) where sealed.contains(grant.compartment) {
                if try await ports.keys.publicKey(of: grant.unit) != nil { units.insert(grant.unit) }
            }
            return units.sorted { $0.text < $1.text }
        } catch { return [] }
    }

    /// Seals a text for everybody who may open it, once it is sure that the visitor may seal at all.
    ///
    /// - Throws: `.vault(.notHeld)` where the own unit may not open what it would seal.
    func seal(
        _ text: String, into field: String, of person: PersonID, on id: CaseID, by visitor: Visitor
    ) async throws(CaseActFailure) -> PersonVerb {
        guard let ports = room.ports.vault else { throw .vault(.notHeld) }
        guard let compartment = CatalogNames(room.site.catalog).compartment(of: field) else {
            throw .misread(ActMisread(.sealedField))
        }
        let receivers = try await receivers(of: compartment, for: person, on: id, by: visitor)
        do {
            let sealed = try await ports.vault.seal(
                text, at: VaultPlace(case: id, person: person, compartment, field: field),
                by: Self.holder(visitor), for: receivers)
            return .seal(field: field, compartment, sealed)
        } catch { throw .vault(error) }
    }

    /// The units for which something said of a person is sealed, once it is sure that the visitor may seal at all.
    ///
    /// - Throws: `.vault(.notHeld)` where the own unit may not open what it would seal.
    func receivers(
        of compartment: Compartment, for person: PersonID, on id: CaseID, by visitor: Visitor
    ) async throws(CaseActFailure) -> [KeyReceiver] {
        guard let ports = room.ports.vault else { throw .vault(.notHeld) }
        let plan: CaseKeyPlan
        do {
            let history = try await room.ports.journal.history(of: id)
            try check(CaseState(after: history), person, visitor)
            plan = self.plan(of: history, try await room.ports.units.units(), ports)
        } catch let fault as JournalFault {
            throw .desk(.fault(fault))
        } catch let refusal as Refusal {
            throw .desk(.refused(refusal))
        } catch { throw .vault(.notHeld) }
        guard plan.grants.contains(KeyGrant(compartment, visitor.acting.unit)) else {
            throw .vault(.notHeld)
        }
        do {
            return try await ports.vault.receivers(of: compartment, in: plan, keys: ports.keys)
        } catch { throw .vault(error) }
    }

    /// Nothing is sealed into a case that the visitor may not act on, nor for a person who is not there.
    private func check(
        _ state: CaseState, _ person: PersonID, _ visitor: Visitor
    ) throws(Refusal) {
        let relation = CaseRelation(
            of: visitor.acting, to: state, at: room.clock(), under: room.ports.rules())
        guard relation != .none, let known = state.person(person) else { throw .unknown }
        guard ActPolicy.allows(.seal, to: visitor.acting.role, relation) else { throw .notNow(nil) }
        guard state.closed == nil else { throw .closed }
        guard !known.isShredded else { throw .shredded }
    }

    /// The compartments into which the visitor may seal.
    func sealable(in scene: CaseScene) -> Set<Compartment> {
        guard let ports = room.ports.vault else { return [] }
        let grants = plan(of: scene.history, scene.units, ports).grants
        return Set(grants.filter { $0.unit == scene.acting.unit }.map(\.compartment))
    }

    /// Who asks the vault.
    static func holder(_ visitor: Visitor) -> KeyHolder {
        KeyHolder(visitor.acting, keys: visitor.keys, steppedUpUntil: visitor.steppedUpUntil)
    }

    private func plan(
        of history: [RecordedEvent], _ units: [UnitCard], _ ports: VaultPorts
    ) -> CaseKeyPlan {
        CaseKeyPlan(
            history, units: units, policy: ports.vault.policy, rules: room.ports.rules(), at: room.clock())
    }
}

extension CatalogNames {
    /// The compartment of a sealed field; nil for a field that the catalogue does not know.
    func compartment(of field: String) -> Compartment? {
        catalog.content.codes["fields"]?.code(field)?.compartment
    }
}
