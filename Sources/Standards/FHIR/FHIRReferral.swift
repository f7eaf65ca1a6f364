public import CaseRegister
public import JSON
import ReferralDomain

/// One referral as a pair of FHIR R4 resources: what is asked (ServiceRequest), and the work on it (Task).
///
/// The subject is the code of the case and nothing else: no Patient, no name, no age.
public struct FHIRReferral: Sendable {
    private let referral: Referral
    private let reference: String
    private let words: Words
    private let due: String?

    /// The words for what the referral names, from the catalogue in force.
    public struct Words: Sendable {
        public let step: String
        public let state: String
        /// Of a rejection, a pause or a recall; nil where there is none.
        public let reason: String?
        /// The institution of the catalogue that sends referrals.
        public let sender: String

        public init(step: String, state: String, reason: String?, sender: String) {
            self.step = step
            self.state = state
            self.reason = reason
            self.sender = sender
        }
    }

    public init(_ referral: Referral, of row: InboxRow, words: Words) {
        self.referral = referral
        self.words = words
        reference = row.reference.text
        due = row.due?.rfc3339
    }

    public var serviceRequest: JSON {
        .object(
            [
                .init("resourceType", "ServiceRequest"), .init("id", .string(referral.id.text)),
                .init("identifier", [Self.identifier(.referral, referral.id.text)]),
                .init("status", .string(FHIRStatus.request(referral.state))), .init("intent", "order"),
                .init(
                    "code",
                    [
                        "coding": [Self.coding(.step, referral.draft.step, words.step)],
                        "text": .string(words.step),
                    ]),
                .init("subject", subject), .init("authoredOn", .string(authored)),
                .init("requester", Self.reference(.institution, words.sender)),
                .init("performer", [Self.reference(.institution, referral.draft.institution)]),
            ]
                + (due.map {
                    [JSON.Member("occurrencePeriod", ["start": .string(authored), "end": .string($0)])]
                } ?? []))
    }

    public var task: JSON {
        var members: [JSON.Member] = [
            .init("resourceType", "Task"), .init("id", .string(referral.id.text)),
            .init("status", .string(FHIRStatus.task(referral.state))),
        ]
        if let reason = words.reason {
            var why: [JSON.Member] = [.init("text", .string(reason))]
            if let code = referral.reason {
                why.insert(.init("coding", [Self.coding(.reason, code, reason)]), at: 0)
            }
            members.append(.init("statusReason", .object(why)))
        }
        members += [
            .init(
                "businessStatus",
                [
                    "coding": [Self.coding(.state, referral.state.rawValue, words.state)],
                    "text": .string(words.state),
                ]),
            .init("intent", "order"),
            .init("code", ["coding": [["system": .string(Self.taskCodes), "code": "fulfill"]]]),
            .init("focus", ["reference": .string("ServiceRequest/\(referral.id.text)")]),
            .init("for", subject), .init("authoredOn", .string(authored)),
            .init("lastModified", .string(modified)),
            .init("requester", Self.reference(.institution, words.sender)),
            .init("owner", Self.reference(.institution, referral.draft.institution)),
        ]
        if let due { members.append(.init("restriction", ["period": ["end": .string(due)]])) }
        return .object(members)
    }

    private var subject: JSON { ["identifier": Self.identifier(.caseFile, reference)] }
    private var authored: String {
        let sent = referral.firstEntered(.sent) ?? referral.firstEntered(.called)
        return (sent ?? referral.hops[0].moment).registered.rfc3339
    }
    private var modified: String { referral.hops[referral.hops.count - 1].moment.registered.rfc3339 }

    /// The systems of our codes.
    private enum System: String {
        case referral, step, institution, reason
        case caseFile = "case"
        case state = "referral-state"

        var uri: JSON { .string("urn:ruta:" + rawValue) }
    }

    private static func identifier(_ system: System, _ value: String) -> JSON {
        ["system": system.uri, "value": .string(value)]
    }

    private static func reference(_ system: System, _ value: String) -> JSON {
        ["identifier": identifier(system, value)]
    }

    private static func coding(_ system: System, _ code: String, _ display: String) -> JSON {
        ["system": system.uri, "code": .string(code), "display": .string(display)]
    }

    /// The code system of FHIR for what is to be done with the focus of a task.
    private static let taskCodes = "http://hl7.org/fhir/CodeSystem/task-code"
}
