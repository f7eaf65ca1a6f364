import Access
import CaseRegister
import ReferralDomain
import Synchronization

/// A door that knows one token a member, and the same with `.fresh` for a fresh second factor.
final class FakeDoor: Door {
    // A class, because a test ends sessions while the site holds the door.
    private let ended = Mutex<Set<String>>([])

    func visitor(holding token: String) -> Visitor? {
        guard !ended.withLock({ $0.contains(token) }) else { return nil }
        let isFresh = token.hasSuffix(".fresh")
        let plain = isFresh ? String(token.dropLast(".fresh".count)) : token
        guard let member = StaffMember.everybody.first(where: { $0.token == plain }) else { return nil }
        return Visitor(
            acting: member.acting, session: "session-" + member.acting.account.text,
            formToken: member.formToken,
            steppedUpUntil: isFresh ? Instant(millisecondsSinceEpoch: .max) : nil, keys: member.keys)
    }

    /// Ends a session, as its holder or an administrator does.
    func end(_ member: StaffMember) {
        ended.withLock { ended in
            ended.insert(member.token)
            ended.insert(member.token + ".fresh")
        }
    }
}

/// The units of the members, as one sees them who sends.
struct FakeUnits: UnitBook {
    func units() -> [UnitCard] {
        var cards: [UnitID: UnitCard] = [:]
        for member in StaffMember.everybody {
            let acting = member.acting
            cards[acting.unit] = UnitCard(
                id: acting.unit, institution: acting.institution, name: "Unidad " + acting.unit.text,
                municipality: acting.municipality)
        }
        return cards.values.sorted { $0.id.text < $1.id.text }
    }
}
