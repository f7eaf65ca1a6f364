import Access
import CaseRegister
import Catalog
import Logging
import ReferralDomain

/// Notes in the directory what came of a call that was made for a case, so that a number that nobody answers
/// loses trust for every case.
///
/// The call itself stands in the journal by then: what goes wrong here is logged and never undoes it.
struct CallNote: Sendable {
    let room: StaffRoom

    /// Notes a call where it is sure which phone was meant; does nothing for any other act.
    func note(_ fields: FormFields, in state: CaseState, by visitor: Visitor) async {
        guard let book = room.ports.keeping?.directory, let asked = try? ActReading(fields).asked(),
            case .act(.referral(let id, .call(let isAnswered))) = asked, let referral = state.referral(id)
        else { return }
        let desk = CallOutcomeDesk(book: book, clock: room.clock)
        do {
            for (place, contact) in contacts(fields, referral, state, isAnswered).enumerated() {
                try await desk.record(
                    Self.id(of: referral, place), to: contact, isAnswered ? .answered : .noAnswer,
                    by: visitor.acting)
            }
            room.site.inForce.follow(try await room.site.notes(in: book))
        } catch {
            room.logger.error("call not noted in the directory")
        }
    }

    /// Which phones the caller means: nobody has answered at all that were shown; who has answered is sure only
    /// where one was shown.
    private func contacts(
        _ fields: FormFields, _ referral: Referral, _ state: CaseState, _ isAnswered: Bool
    ) -> [String] {
        let phones = CallablePhones(catalog: room.site.catalog, now: room.clock())
        let institution = referral.draft.institution
        let shown = (fields[ActField.contacts.rawValue] ?? "").split(separator: " ").prefix(Self.most)
            .compactMap { room.site.catalog.content.contacts[.init(String($0))] }
            .filter { $0.institution.text == institution && $0.kind.isPhone }.map(\.id.text)
        let meant = shown.isEmpty ? phones.of(institution, in: state).map(\.id.text) : shown
        if meant.count > 1, isAnswered || shown.isEmpty { return [] }
        return meant
    }

    /// The same call sent twice has the same id: its place among the calls of the referral, and that of the phone.
    private static func id(of referral: Referral, _ place: Int) -> RecordID<ContactCall> {
        let number = referral.calls.count * most + place
        let counted = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
        return RecordID(random: Array(referral.id.text.utf8.prefix(12)) + counted)
    }

    private static let most = 2
}
