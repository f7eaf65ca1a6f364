import CaseRegister
import ReferralDomain

@testable import Web

/// One case of the matrix, with a mark in every field that a page could show: words that stand nowhere else.
struct MatrixCase: Sendable {
    let number: Int
    let id: CaseID
    let reference: CaseReference
    let person: PersonID
    /// The referral to each unit, in the order in which they were sent.
    let referrals: [(id: ReferralID, unit: UnitID)]
    let marks: [Mark]
    /// The field in which this case is another than it was; nil for the case as it was.
    let altered: CaseField?

    /// A word of this case and the fields of which one must be shown before the word may be.
    struct Mark: Sendable {
        let text: String
        let fields: Set<CaseField>
        /// The unit whose own referral it is.
        var unit: UnitID?

        /// What words of this kind begin with in every case: where it is missing none of them stands.
        var stem: String { String(text.prefix(4)) }
    }

    init(_ number: Int, units: [UnitID], altered: CaseField? = nil) {
        self.number = number
        self.altered = altered
        id = try! CaseID(reading: Self.digits("ca5e", number))
        person = try! PersonID(reading: Self.digits("9e45", number))
        reference = CaseReference(random: (0..<14).map { UInt8($0 == 13 ? 11 * number : 7 * number) })
        referrals = units.enumerated().map { place, unit in
            (try! ReferralID(reading: Self.digits("4efe", 100 * number + place)), unit)
        }
        var marks: [Mark] = [
            Mark(text: reference.text, fields: [.reference]), Mark(text: id.text, fields: [.reference]),
            // An obligation is named after its person, and so is what is done about it.
            Mark(text: person.text, fields: [.people, .obligations, .ownObligations]),
        ]
        for (field, kind) in Self.marked {
            // A goal is owed: it stands in the clock of whoever owes it.
            let fields: Set<CaseField> = field == .goals ? [.goals, .obligations] : [field]
            marks.append(Mark(text: kind + String(number), fields: fields))
        }
        for part in [Compartment.identity, .matter, .care] {
            marks.append(Mark(text: Self.hex(Self.sealed(part, number)), fields: []))
        }
        for referral in referrals {
            marks.append(
                Mark(text: referral.id.text, fields: [.referrals, .ownReferrals], unit: referral.unit))
        }
        self.marks = marks
    }

    /// The word of a field in this case.
    func word(_ field: CaseField) -> String { Self.marked[field, default: "mark-"] + String(number) }

    private static let marked: [CaseField: String] = [
        .custody: "PUESTO-9", .duties: "OFICIO-9900", .goals: "goal-9", .rights: "tongue-9",
        .releases: "release-9", .glass: "ZG-9", .thread: "ZT-9", .owner: "ZO-9", .closing: "ZC-9",
        .retellings: "hearer-9", .proofs: "prover-9",
    ]

    private static func digits(_ start: String, _ number: Int) -> String {
        let end = String(number)
        return start + String(repeating: "0", count: CaseID.digits - start.count - end.count) + end
    }

    private static func hex(_ sealed: SealedBytes) -> String {
        sealed.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func sealed(_ part: Compartment, _ number: Int) -> SealedBytes {
        SealedBytes(Array(part.rawValue.utf8) + [UInt8](repeating: UInt8(160 + number), count: 24))
    }
}

extension MatrixCase {
    /// The report that opens the case.
    func opening(in district: String?, _ facts: [String: String] = [:]) throws -> CaseEvent {
        var facts = facts
        if altered == .facts { facts["language"] = "other" }
        return .sightingReported(
            try StreetReport(
                id: id,
                saw: .init(
                    district: district, facts: facts.map { StreetReport.Answer($0.key, $0.value) },
                    signs: altered == .signs ? ["E01"] : [], people: .one, claimedAt: Town.night),
                advised: .init(level: altered == .level ? "immediate" : "high", requiredSteps: []),
                by: .init(version: "test", hash: "test")),
            reference)
    }

    /// Everything that can be said of a person and sent to units.
    func story() throws -> [CaseEvent] {
        let paper = Evidence(document: word(.duties), day: PlainDate(daysSinceEpoch: 20_780))
        let holder = Holder(institution: "serenazgo", unit: nil, post: word(.custody))
        let later = Town.night.adding(milliseconds: (altered == .reflection ? 41 : 40) * 86_400_000)
        var story: [CaseEvent] = [.file(.personAdded(person, age: altered == .ages ? .doubted : .minor))]
        story += [Compartment.identity, .matter, .care].map { part in
            .person(person, .fieldSealed(field: "name", part, Self.sealed(part, number)))
        }
        story += [
            .person(person, .custodyTaken(holder)), .person(person, .consentGiven(.care, to: "upe")),
            .person(person, .consentWithdrawn(.identity, to: "upe")),
            .person(
                person, .consentGiven(.health, to: altered == .consents ? "pnp-station" : "upe")),
            .person(person, .reflectionStarted(until: later)),
            .person(
                person,
                .safeContactSet(
                    SafeContact(
                        channels: ["phone"], fromHour: altered == .safeContact ? 8 : 9, beforeHour: 12,
                        mayNameInstitution: false))),
            .person(
                person,
                .rightsTold(language: word(.rights), byInstitution: "serenazgo", understood: true)),
            .person(person, .retold(to: word(.retellings), reason: "asked-again")),
            .person(
                person,
                .goalSet(
                    goal: word(.goals), responsible: "demuna", due: PlainDate(daysSinceEpoch: 20_900))),
            .person(person, .dutyDone(duty: "child-measure", paper)),
            .person(
                person,
                .releaseAsked(
                    duty: "return-plan", reason: word(.releases),
                    by: StaffMember.caseManager.acting.account)),
        ]
        for referral in referrals {
            let institution =
                StaffMember.everybody.first { $0.acting.unit == referral.unit }?.acting.institution ?? "upe"
            story += [
                .referral(
                    referral.id,
                    .drafted(
                        ReferralDraft(
                            person: person, step: "child-measure", institution: institution,
                            unit: referral.unit))),
                .referral(referral.id, .sent(.inSystem)),
            ]
        }
        return story
    }

    /// Who acknowledged the first referral: the unit that sent it sees the seal, nobody else.
    func proof() -> CaseEvent? {
        referrals.first.map { referral in
            .referral(
                referral.id,
                .acknowledged(
                    Proof(.link, by: Self.sealed(.identity, number), of: word(.proofs)), .oneTimeLink))
        }
    }
}
