public import JSON
import ReferralDomain

extension StreetReport {
    /// The report as it is stored and hashed. A stored contract: fields are added, never given a new meaning.
    public var json: JSON {
        var members: [JSON.Member] = [
            .init("catalog", ["hash": .string(catalogHash), "version": .string(catalogVersion)])
        ]
        if let claimedAt { members.append(.init("claimedAt", .integer(claimedAt.millisecondsSinceEpoch))) }
        if let district { members.append(.init("district", .string(district))) }
        members += [
            .init("facts", .object(facts.map { JSON.Member($0.fact, .string($0.value)) })),
            .init("id", .string(id.text)),
            .init("level", .string(level)),
            .init("people", .string(people.rawValue)),
            .init("signs", .array(signs.map(JSON.string))),
            .init("steps", .array(requiredSteps.map(JSON.string))),
        ]
        if let capture { members.append(.init("capture", capture.json)) }
        return .object(members)
    }

    /// Reads a report from JSON; members that this version does not know are passed over.
    ///
    /// - Throws: `.missing` for a field that is absent or of another kind, else as `init(id:saw:advised:by:)`.
    public init(reading json: JSON) throws(Misread) {
        guard let digits = json["id"]?.string, let id = try? ReportID(reading: digits) else {
            throw .missing(.id)
        }
        guard let catalog = json["catalog"] else { throw .missing(.catalog) }
        guard let version = catalog["version"]?.string else { throw .missing(.catalogVersion) }
        guard let hash = catalog["hash"]?.string else { throw .missing(.catalogHash) }
        guard let people = json["people"]?.string.flatMap(PeopleCount.init) else { throw .missing(.people) }
        guard let level = json["level"]?.string else { throw .missing(.level) }
        guard let members = json["facts"]?.object else { throw .missing(.facts) }
        var facts: [Answer] = []
        for member in members {
            guard let value = member.value.string else { throw .missing(.facts) }
            facts.append(Answer(member.key, value))
        }
        let seen = Sighting(
            district: try Self.optional(json["district"]?.string, of: json["district"], .district),
            facts: facts, signs: try Self.words(json["signs"], .signs), people: people,
            claimedAt: try Self.optional(json["claimedAt"]?.integer, of: json["claimedAt"], .claimedAt)
                .map(Instant.init(millisecondsSinceEpoch:)))
        let advice = Advice(level: level, requiredSteps: try Self.words(json["steps"], .steps))
        let capture = json["capture"]
        try self.init(
            id: id, saw: seen, advised: advice, by: Source(version: version, hash: hash),
            capture: capture?.isNull ?? true ? nil : Capture(reading: capture ?? .null))
    }

    /// A member may be missing or null, but where it says something it must be of the right kind.
    private static func optional<Value>(
        _ value: Value?, of json: JSON?, _ field: Field
    ) throws(Misread) -> Value? {
        guard let json, !json.isNull else { return nil }
        guard let value else { throw .missing(field) }
        return value
    }

    static func words(_ json: JSON?, _ field: Field) throws(Misread) -> [String] {
        guard let elements = json?.array else { throw .missing(field) }
        let words = elements.compactMap(\.string)
        guard words.count == elements.count else { throw .missing(field) }
        return words
    }
}

extension StreetReport.Capture {
    /// As it is stored, and as the phone sends it.
    var json: JSON {
        [
            "calls": .array(
                calls.map { call in
                    [
                        "answered": .string(call.answered.rawValue),
                        "at": .integer(call.at.millisecondsSinceEpoch), "step": .string(call.step),
                    ]
                }),
            "flags": .array(flags.map(JSON.string)), "sent": .integer(sentAt.millisecondsSinceEpoch),
        ]
    }

    /// Reads the members `calls`, `flags` and `sent` of an object; flags may be missing.
    ///
    /// - Throws: `.missing` for a member that is absent or of another kind.
    public init(reading json: JSON) throws(StreetReport.Misread) {
        guard let sent = json["sent"]?.integer else { throw .missing(.sent) }
        guard let list = json["calls"]?.array else { throw .missing(.calls) }
        var calls: [StreetReport.Call] = []
        for call in list {
            guard let step = call["step"]?.string, let at = call["at"]?.integer,
                let answered = call["answered"]?.string.flatMap(StreetReport.Answered.init)
            else { throw .missing(.calls) }
            calls.append(StreetReport.Call(step, answered, at: Instant(millisecondsSinceEpoch: at)))
        }
        let flags = json["flags"] == nil ? [] : try StreetReport.words(json["flags"], .flags)
        self.init(sentAt: Instant(millisecondsSinceEpoch: sent), calls: calls, flags: flags)
    }
}
