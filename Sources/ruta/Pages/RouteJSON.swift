import Catalog
import JSON
import ReferralDomain
import RouteEngine

/// A route as JSON, member for member as docs/vocabulary.md fixes it.
struct RouteJSON {
    let text: String

    init(catalog: ProtocolCatalog, route: Route, withAll: Bool) {
        let district: JSON =
            route.district.map { district in
                [
                    "ubigeo": .string(district.id.text), "name": .string(district.name),
                    "fiscalDistrict": .string(district.fiscalDistrict.text),
                ]
            } ?? .null
        let facts = catalog.content.facts.compactMap { fact in
            route.situation.answers[fact.id].map { JSON.Member(fact.id.text, .string($0)) }
        }
        let value: JSON = [
            "catalog": ["version": .string(catalog.edition.version), "hash": .string(catalog.hash)],
            "district": district,
            "at": .string(LimaTime(route.situation.at).rfc3339),
            "facts": .object(facts),
            "steps": .array((withAll ? route.allSteps : route.steps).map(Self.step)),
            "nextQuestions": .array(route.nextQuestions.map { .string($0.id.text) }),
            "level": .string(route.level.id.text),
        ]
        text = value.text(.pretty)
    }

    private static func step(_ step: RouteStep) -> JSON {
        [
            "id": .string(step.step.id.text),
            "phase": .string(step.step.phase.id),
            "status": .string(step.status.id),
            "precaution": .boolean(step.status == .requiredByPrecaution),
            "pendingOn": .array(step.pendingOn.map { .string($0.id.text) }),
            "actor": .string(step.step.actor.text),
            "institution": .string(step.institution.id.text),
            "title": .string(step.step.title),
            "because": .array(step.because.map { .string($0) }),
            "sources": .array(step.sources.map { ["id": .string($0.id.text), "text": .string($0.cite)] }),
            "contacts": .array(step.contacts.map(contact)),
            "deadline": [
                "rule": step.deadline.map { .string($0.id.text) } ?? .null,
                "legal": .string(step.deadline?.legal ?? Words[.noLegalDeadline]),
                "target": step.deadline?.target.map { .string($0) } ?? .null,
            ],
        ]
    }

    private static func contact(_ contact: Contact) -> JSON {
        let kind = contact.kind.isPhone ? "phone" : contact.kind == .web ? "page" : "broker"
        return [
            "kind": .string(kind),
            "line": .string(contact.kind.rawValue),
            "value": .string(contact.value),
            "extension": contact.extension.map { .string($0) } ?? .null,
            "label": .string(contact.label),
            "hours": .string(contact.hours.rawValue),
            "verified": .boolean(contact.isVerified),
            "checkedOn": contact.checkedOn.map { .string($0.iso) } ?? .null,
        ]
    }
}

extension StepStatus {
    /// The status as files and programs name it; precaution is said apart.
    var id: String {
        switch self {
        case .notNeeded: "not-needed"
        case .pending: "pending"
        case .required, .requiredByPrecaution: "required"
        }
    }
}
