import CaseRegister
import Catalog
import ReferralDomain

/// A case that never was, for the examples of the document: one report, one referral that was accepted.
struct InventedCase {
    let id: CaseID
    let state: CaseState

    /// Nil where an id of the catalogue is no word, which its check rules out.
    init?(step: Step, edition: ProtocolCatalog) {
        let seen = Instant(millisecondsSinceEpoch: Self.seen)
        let random = (0..<16).map { UInt8($0) }
        let referral = ReferralID(random: random)
        let source = StreetReport.Source(version: edition.edition.version, hash: edition.hash)
        guard let id = try? CaseID(reading: referral.text), let centre = try? ActorID(reading: "OP-01"),
            let unit = try? UnitID(reading: "upe-lima"),
            let report = try? StreetReport(
                id: id,
                saw: StreetReport.Sighting(
                    district: "150135",
                    facts: [StreetReport.Answer("age", "doubted"), StreetReport.Answer("begging", "yes")],
                    signs: ["F01"], people: .one, claimedAt: seen),
                advised: StreetReport.Advice(level: "high", requiredSteps: [step.id.text]), by: source)
        else { return nil }
        let draft = ReferralDraft(
            step: step.id.text, institution: step.institution.text, unit: unit,
            deadline: step.deadline?.text)
        let events: [CaseEvent] = [
            .sightingReported(report, CaseReference(random: random)), .referral(referral, .drafted(draft)),
            .referral(referral, .sent(.oneTimeLink)), .referral(referral, .accepted),
        ]
        self.id = id
        state = CaseState(
            after: events.enumerated().map { place, event in
                RecordedEvent(
                    position: Int64(place + 1), caseID: id, version: place + 1, event: NewEvent(event),
                    stamp: Stamp(
                        actor: centre, instant: seen.adding(milliseconds: Int64(place + 1) * 240_000)))
            })
    }

    /// 2026-11-23T22:15:00-05:00, in milliseconds.
    private static let seen: Int64 = 1_795_490_100_000
}
