import Access
import CaseRegister
import Catalog
import Logging
import ReferralDomain

/// Passes the keys of a case to those who take part in it, and takes them back where the policy says so.
///
/// A key that could not be passed on keeps no referral from leaving: the receiver then sees masks, asks, and the
/// next opening by a holder passes it.
struct CaseKeys: Sendable {
    let room: StaffRoom

    /// Wraps every compartment to the units with a referral, as far as the policy lets each open it.
    func share(_ state: CaseState, _ id: CaseID, by visitor: Visitor) async {
        guard let ports = room.ports.vault, visitor.keys != nil else { return }
        do {
            try await ports.vault.share(
                Set(Compartment.allCases), of: id, with: receivers(of: state, beside: visitor),
                by: Self.holder(visitor))
        } catch VaultFault.notHeld {
            return
        } catch {
            room.logger.error("keys not shared", metadata: ["fault": "\(error)"])
        }
    }

    /// Takes the identity from the control centre once another body answers for the person.
    func withdrawAfterHandOver(_ state: CaseState, _ id: CaseID, to institution: String, by visitor: Visitor)
        async
    {
        let rows = room.site.catalog.content.compartments
        guard let ports = room.ports.vault, let unit = state.unit else { return }
        guard let owner = await card(of: unit), owner.institution != institution,
            let row = rows[.init(owner.institution)], row.seesIdentityUntilHandOver,
            !row.sees.contains(.identity)
        else { return }
        do {
            try await ports.vault.withdraw(KeyGrant(.identity, unit), of: id, by: visitor.acting)
        } catch VaultFault.lastHolder {
            return
        } catch {
            room.logger.error("key not withdrawn", metadata: ["fault": "\(error)"])
        }
    }

    /// Who may be given keys: the unit that owns the case, those with a referral that stands, and the own one.
    func receivers(of state: CaseState, beside visitor: Visitor) async -> [KeyReceiver] {
        guard let ports = room.ports.vault else { return [] }
        let asked = state.referrals.filter { $0.state != .recalled && $0.state != .rejected }
        var units = Set(asked.compactMap(\.draft.unit))
        units.insert(visitor.acting.unit)
        if let owner = state.unit { units.insert(owner) }
        let cards = ((try? await room.ports.units.units()) ?? []).filter { units.contains($0.id) }
        var receivers: [KeyReceiver] = []
        for card in cards {
            guard let key = try? await ports.keys.publicKey(of: card.id) else { continue }
            receivers.append(KeyReceiver(card.id, of: card.institution, key: key))
        }
        return receivers
    }

    /// The visitor as the vault knows them, with the keys that the session unlocked.
    static func holder(_ visitor: Visitor) -> KeyHolder {
        KeyHolder(visitor.acting, keys: visitor.keys, steppedUpUntil: visitor.steppedUpUntil)
    }

    private func card(of unit: UnitID) async -> UnitCard? {
        ((try? await room.ports.units.units()) ?? []).first { $0.id == unit }
    }
}
