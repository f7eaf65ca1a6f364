import Catalog
import HTML
import JSON
import ReferralDomain
import RouteEngine
import Sealing

/// The catalogue as the phone needs it: one object of JSON, the same bytes for the same catalogue.
struct BundleContent {
    let catalog: ProtocolCatalog
    let intake: PointKey
    /// Since when the catalogue is in force.
    let since: Instant

    var json: JSON {
        let content = catalog.content
        return [
            "language": .string(content.texts.language),
            "version": .string(catalog.edition.version), "hash": .string(catalog.hash),
            "made": .integer(since.millisecondsSinceEpoch),
            "intake": ["id": .string(intake.id), "key": .string(intake.text)],
            "rulebook": .string(Base64URL.text(of: catalog.rulebook.compiled)),
            "facts": .array(content.facts.map(Self.fact)),
            "signs": .array(content.indicators.filter(\.isOnStreet).map(Self.sign)),
            "steps": .array(content.steps.map(step)), "levels": .array(content.levels.map(Self.level)),
            "institutions": .array(
                content.institutions.map { ["id": .string($0.id.text), "name": .string($0.shortName)] }),
            "districts": .array(content.districts.map(Self.district)),
            "fiscals": .array(content.fiscalDistricts.map { .string($0.id.text) }),
            "holidays": .array(catalog.calendar.holidays.map { .string($0.iso) }),
            "contacts": .array(content.contacts.map(Self.contact)),
            "reach": BundleReach(catalog: catalog).json, "texts": .object(texts),
            "conduct": .array(
                content.conduct.filter(\.isOnStreet).map {
                    ["do": .string($0.do), "dont": .string($0.dont)]
                }),
            "rights": .array(content.rights.map { ["id": .string($0.id.text), "text": .string($0.text)] }),
        ]
    }

    private var texts: [JSON.Member] {
        let words = Self.screens.flatMap { catalog.content.texts.words(startingWith: $0) }
            .filter { word in !Self.ofPagesAlone.contains { word.key.hasPrefix($0) } }
            .map { JSON.Member($0.key, .string($0.value)) }
        return (words + safeWords).sorted { $0.key < $1.key }
    }

    /// The words for what became of a report, from the list that the server's pages read too.
    private var safeWords: [JSON.Member] {
        SafeWord.allCases.flatMap { word in
            let label = catalog.content.label(of: word.rawValue, in: SafeWord.list)
            return Self.optional("app.word.\(word.rawValue)", label)
        }
    }

    private static let screens = ["app.", "common.", "street."]

    /// How the keys begin of words that the pages of the server say and the app never does: on a slow network each costs.
    private static let ofPagesAlone = [
        "common.accessibility", "common.directory", "common.edition", "common.emergency", "common.manual",
        "common.name", "common.nearest", "common.neutral.", "common.receipt", "common.report",
        "common.sections", "common.verified", "street.calls.district-apply", "street.calls.implicated-apply",
        "street.finding", "street.offline.", "street.saving.failed-", "street.saving.retry",
        "street.saving.saved", "street.sent.code-hint", "street.sent.owner", "street.sent.pending-on",
        "street.sent.receipt", "street.sent.source", "street.sent.title-failed", "street.start.directory",
        "street.start.receipt", "street.waiting",
    ]

    private static func optional(_ key: String, _ text: String?) -> [JSON.Member] {
        text.map { [JSON.Member(key, .string($0))] } ?? []
    }

    private static func fact(_ fact: Fact) -> JSON {
        .object(
            [
                JSON.Member("id", .string(fact.id.text)), JSON.Member("asked", .string(fact.asked.rawValue)),
                JSON.Member(
                    "values",
                    .array(fact.values.map { ["id": .string($0.id), "label": .string($0.label)] })),
                JSON.Member("question", .string(fact.question)),
            ] + optional("hint", fact.hint) + optional("group", fact.group))
    }

    private static func sign(_ sign: Indicator) -> JSON {
        [
            "id": .string(sign.id.text), "label": .string(sign.short ?? sign.text),
            "group": .string(sign.observed.rawValue),
            "implies": .object(sign.implies.map { JSON.Member($0.fact.text, .string($0.value)) }),
        ]
    }

    private func step(_ step: Step) -> JSON {
        var members = [
            JSON.Member("id", .string(step.id.text)), JSON.Member("phase", .string(step.phase.id)),
            JSON.Member("title", .string(step.title)), JSON.Member("because", .string(step.because)),
        ]
        if !step.reasons.isEmpty {
            members.append(
                JSON.Member(
                    "reasons",
                    .array(
                        step.reasons.map { ["when": Self.condition($0.when), "say": .string($0.say)] })))
        }
        if !step.beside.isEmpty {
            members.append(JSON.Member("beside", .array(step.beside.map { .string($0.text) })))
        }
        let deadline = step.deadline.flatMap { catalog.content.deadlines[$0] }
        return .object(members + Self.optional("deadline", deadline?.legal))
    }

    private static func condition(_ condition: Condition) -> JSON {
        switch condition {
        case .always: "always"
        case .test(let fact, let values, _):
            .object([JSON.Member(fact.text, .array(values.map(JSON.string)))])
        case .all(let parts): ["all": .array(parts.map(Self.condition))]
        case .any(let parts): ["any": .array(parts.map(Self.condition))]
        case .not(let part): ["not": Self.condition(part)]
        }
    }

    private static func level(_ level: Level) -> JSON {
        ["id": .string(level.id.text), "label": .string(level.label), "advice": .string(level.advice)]
    }

    private static func district(_ district: District) -> JSON {
        [
            "id": .string(district.id.text), "name": .string(district.name),
            "at": [
                .string("\(district.centroid.latitude)"), .string("\(district.centroid.longitude)"),
            ],
            "fiscal": .string(district.fiscalDistrict.text),
        ]
    }

    private static func contact(_ contact: Contact) -> JSON {
        let dialled = contact.dialAddress.map { String($0.text.dropFirst("tel:".count)) }
        return .object(
            [
                JSON.Member("kind", .string(contact.kind.rawValue)),
                JSON.Member("value", .string(contact.value)), JSON.Member("label", .string(contact.label)),
                JSON.Member("hours", .string(contact.hours.rawValue)),
                JSON.Member("verified", .boolean(contact.isVerified)),
            ] + optional("extension", contact.extension) + optional("checkedOn", contact.checkedOn?.iso)
                + optional("tel", dialled))
    }
}
