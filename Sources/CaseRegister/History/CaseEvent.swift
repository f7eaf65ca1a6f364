public import JSON
public import ReferralDomain

/// Something that happened to a case and can never be unsaid.
public enum CaseEvent: Hashable, Sendable {
    /// A guard reported a sighting, and the case got its reference.
    case sightingReported(StreetReport, CaseReference)
    /// The same report came again with other content; the earlier one stays in the history.
    case sightingAmended(StreetReport)

    /// The name under which it is stored.
    public var name: String {
        switch self {
        case .sightingReported: "sighting-reported"
        case .sightingAmended: "sighting-amended"
        }
    }

    /// The version of its encoding.
    public var version: Int {
        switch self {
        case .sightingReported, .sightingAmended: 1
        }
    }

    /// What is stored of it. A stored contract: old samples are decoded in the tests for ever.
    public var payload: JSON {
        switch self {
        case .sightingReported(let report, let reference):
            ["reference": .string(reference.text), "report": report.json]
        case .sightingAmended(let report):
            ["report": report.json]
        }
    }

    /// Reads a stored event.
    ///
    /// - Throws: `.unknown` for a name or a version that this release does not know, `.reference` and
    ///   `.report` where the content cannot be read.
    public init(name: String, version: Int, payload: JSON) throws(Misread) {
        switch (name, version) {
        case ("sighting-reported", 1):
            guard let text = payload["reference"]?.string,
                let reference = try? CaseReference(reading: text.utf8)
            else { throw .reference }
            self = .sightingReported(try Self.report(in: payload), reference)
        case ("sighting-amended", 1):
            self = .sightingAmended(try Self.report(in: payload))
        default:
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
        case reference
        case report(StreetReport.Misread)
    }
}
