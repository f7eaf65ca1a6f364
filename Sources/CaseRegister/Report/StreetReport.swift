public import ReferralDomain

/// What a municipal guard reports from the street: answers, signs and the advice that the guard was given.
///
/// It holds ids of the catalogue, a district and a time, and nothing else can be put into it: no name, no
/// free text, no exact place. The advice stands with the catalogue that gave it, so that yesterday's is
/// explained with yesterday's rules. Equal reports are the same content, whatever order they were told in.
public struct StreetReport: Hashable, Sendable {
    public let id: ReportID
    /// The edition of the catalogue that advised the guard, such as `2026.11.1`.
    public let catalogVersion: String
    /// The hash of that catalogue.
    public let catalogHash: String
    /// The UBIGEO of the district; nil while nobody has said where.
    public let district: String?
    /// What was answered, sorted by fact; a fact that is missing was not asked or not answered.
    public let facts: [Answer]
    /// The signs that were seen, sorted.
    public let signs: [String]
    public let people: PeopleCount
    /// The level of urgency that the guard was shown.
    public let level: String
    /// The steps that the guard was told to take, in the order of the route.
    public let requiredSteps: [String]
    /// When the phone says that it happened; nil where it does not say. Its clock may be wrong.
    public let claimedAt: Instant?
    /// What an app without a network says besides; nil for a form of the pages.
    public let capture: Capture?

    /// One fact and the value that was answered.
    public struct Answer: Hashable, Sendable {
        public let fact: String
        public let value: String

        public init(_ fact: String, _ value: String) {
            self.fact = fact
            self.value = value
        }
    }

    /// Where a report was advised from: the edition of the catalogue and its hash.
    public struct Source: Hashable, Sendable {
        public let version: String
        public let hash: String

        public init(version: String, hash: String) {
            self.version = version
            self.hash = hash
        }
    }

    /// What the guard was told: the level and the steps.
    public struct Advice: Hashable, Sendable {
        public let level: String
        public let requiredSteps: [String]

        public init(level: String, requiredSteps: [String]) {
            self.level = level
            self.requiredSteps = requiredSteps
        }
    }

    /// What the guard saw: the answers, the signs and how many people.
    public struct Sighting: Hashable, Sendable {
        public let district: String?
        public let facts: [Answer]
        public let signs: [String]
        public let people: PeopleCount
        public let claimedAt: Instant?

        public init(
            district: String?, facts: [Answer], signs: [String] = [], people: PeopleCount,
            claimedAt: Instant? = nil
        ) {
            self.district = district
            self.facts = facts
            self.signs = signs
            self.people = people
            self.claimedAt = claimedAt
        }
    }

    /// Takes a report in, sorting its facts and signs.
    ///
    /// - Throws: where a field is no word of a catalogue, a fact, sign or step stands twice, the district has
    ///   no six digits, the claimed time lies outside the years 1970 to 9999, or a list is too long.
    public init(
        id: ReportID, saw: Sighting, advised: Advice, by source: Source, capture: Capture? = nil
    ) throws(Misread) {
        try Self.check([source.version], .catalogVersion)
        try Self.check([source.hash], .catalogHash)
        try Self.check([advised.level], .level)
        try Self.check(saw.facts.map(\.fact), .facts)
        for answer in saw.facts where !Word.isWord(answer.value) { throw .notAWord(.facts) }
        try Self.check(saw.signs, .signs)
        try Self.check(advised.requiredSteps, .steps)
        if let district = saw.district, !Self.isUBIGEO(district) { throw .district }
        if let claimed = saw.claimedAt, !Self.believable.contains(claimed.millisecondsSinceEpoch) {
            throw .claimedAt
        }
        if let capture { try Self.check(capture) }
        self.capture = capture
        self.id = id
        catalogVersion = source.version
        catalogHash = source.hash
        district = saw.district
        facts = saw.facts.sorted { $0.fact < $1.fact }
        signs = saw.signs.sorted()
        people = saw.people
        level = advised.level
        requiredSteps = advised.requiredSteps
        claimedAt = saw.claimedAt
    }

    /// The value that was answered; nil where the fact was not asked or not answered.
    public func value(of fact: String) -> String? { facts.first { $0.fact == fact }?.value }

    /// Whether both say when they were made, and this one says earlier.
    ///
    /// Of two that the app sealed, the time of sealing counts: the case began at the same time for both.
    public func isOlder(than other: StreetReport) -> Bool {
        if let mine = capture?.sentAt, let theirs = other.capture?.sentAt { return mine < theirs }
        guard let mine = claimedAt, let theirs = other.claimedAt else { return false }
        return mine < theirs
    }

    private static func check(_ words: [String], _ field: Field) throws(Misread) {
        guard words.count <= mostWords else { throw .tooMany(field) }
        guard words.allSatisfy(Word.isWord) else { throw .notAWord(field) }
        guard Set(words).count == words.count else { throw .twice(field) }
    }

    private static func check(_ capture: Capture) throws(Misread) {
        try check(capture.flags, .flags)
        guard capture.calls.count <= mostWords else { throw .tooMany(.calls) }
        for call in capture.calls where !Word.isWord(call.step) { throw .notAWord(.calls) }
        let times = [capture.sentAt] + capture.calls.map(\.at)
        guard times.allSatisfy({ believable.contains($0.millisecondsSinceEpoch) }) else { throw .claimedAt }
    }

    private static func isUBIGEO(_ text: String) -> Bool {
        text.utf8.count == 6 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static let mostWords = 128
    private static let believable: ClosedRange<Int64> = 0...253_402_300_799_999
}
