public import JSON
import ReferralDomain

extension CaseEvent {
    /// The name under which it is stored.
    public var name: String {
        switch self {
        case .sightingReported: "sighting-reported"
        case .sightingAmended: "sighting-amended"
        case .file(let event): event.name
        case .referral(_, let event): event.name
        case .person(_, let event): event.name
        }
    }

    /// The version of its encoding.
    public var version: Int { 1 }

    /// What is stored of it. A stored contract: old samples are decoded in the tests for ever.
    public var payload: JSON {
        switch self {
        case .sightingReported(let report, let reference):
            ["reference": .string(reference.text), "report": report.json]
        case .sightingAmended(let report): ["report": report.json]
        case .file(let event): .object(event.members)
        case .referral(let id, let event):
            .object([JSON.Member("referral", .string(id.text))] + event.members)
        case .person(let id, let event): .object([JSON.Member("person", .string(id.text))] + event.members)
        }
    }

    /// Reads a stored event.
    ///
    /// - Throws: `.unknown` for a name or a version that this release does not know, else the member that
    ///   cannot be read.
    public init(name: String, version: Int, payload: JSON) throws(Misread) {
        guard version == 1 else { throw .unknown }
        let fields = EventFields(json: payload)
        if name == "sighting-reported" {
            guard let reference = try? CaseReference(reading: fields.text("reference").utf8) else {
                throw .member("reference")
            }
            self = .sightingReported(try Self.report(in: payload), reference)
        } else if name == "sighting-amended" {
            self = .sightingAmended(try Self.report(in: payload))
        } else if let event = try FileEvent(name: name, fields) {
            self = .file(event)
        } else if let event = try ReferralEvent(name: name, fields) {
            self = .referral(try fields.record("referral"), event)
        } else if let event = try PersonEvent(name: name, fields) {
            self = .person(try fields.record("person"), event)
        } else {
            throw .unknown
        }
    }

    private static func report(in payload: JSON) throws(Misread) -> StreetReport {
        guard let json = payload["report"] else { throw .report(.missing(.id)) }
        do {
            return try StreetReport(reading: json)
        } catch {
            throw .report(error)
        }
    }

    /// Why a stored event cannot be read.
    public enum Misread: Error, Equatable {
        case unknown
        /// A member that is missing, of another kind, or says something that no release wrote.
        case member(String)
        case report(StreetReport.Misread)
    }
}
