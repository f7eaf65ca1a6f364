import JSON

/// Checks a journal entry by entry, from the first to the last, and remembers no more than the ends of its chains.
///
/// It takes rows as they were found, from a database or from an export, and needs no key.
public struct JournalCheck {
    /// What is wrong, and at which position it shows first.
    public struct Finding: Hashable, Sendable {
        public let position: Int64
        public let fault: Fault

        public init(position: Int64, fault: Fault) {
            self.position = position
            self.fault = fault
        }
    }

    public enum Fault: String, CaseIterable, Sendable {
        /// Another position stands where this one should.
        case gap
        /// The entry does not name the hash of the one before it.
        case previous
        /// The content is not what was hashed.
        case hash
        /// The versions of a case do not follow each other.
        case version
        /// The chain of the case does not hold.
        case ofCase = "case"
        /// The payload is not the canonical JSON of an event.
        case payload
        /// A kept end of the journal says otherwise: the chain was made anew.
        case anchor
        /// The journal ends before a kept end: entries were cut off.
        case cutOff = "cut-off"
    }

    /// How many entries were taken and found whole.
    public private(set) var count: Int64 = 0

    private var hasher: JournalHasher
    private var previous = Array(JournalChain.beginning.utf8)
    private var ends: [Key: End] = [:]
    private var anchors: [JournalAnchor]
    private let readsPayloads: Bool

    private struct End {
        var version: Int64
        var hash: [UInt8]
    }

    /// The id of a case as it was found, mixed in one piece and not byte by byte.
    private struct Key: Hashable {
        let bytes: [UInt8]

        func hash(into hasher: inout Hasher) {
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }

    /// - Parameters:
    ///   - anchors: ends of this journal that were kept elsewhere, in any order.
    ///   - readsPayloads: whether each payload must also be an event that this release can read.
    public init(digest: @escaping Digest, anchors: [JournalAnchor] = [], readsPayloads: Bool = false) {
        hasher = JournalHasher(digest: digest)
        self.anchors = anchors.filter { $0.position > 0 }.sorted { $0.position > $1.position }
        self.readsPayloads = readsPayloads
    }

    /// Takes the next entry; says what is wrong with it, or nil. After a finding nothing more is to be taken.
    public mutating func take(_ entry: RawEntry) -> Finding? {
        let place = count + 1
        if let fault = fault(of: entry, at: place) { return Finding(position: place, fault: fault) }
        count = place
        previous = entry.hash
        return nil
    }

    /// The hash of the last entry that was taken; what stands before the first one where there is none.
    public var head: JournalAnchor {
        JournalAnchor(position: count, hash: String(decoding: previous, as: UTF8.self))
    }

    /// Says whether the journal ends too early.
    public func finish() -> Finding? {
        anchors.isEmpty ? nil : Finding(position: count + 1, fault: .cutOff)
    }

    private mutating func fault(of entry: RawEntry, at place: Int64) -> Fault? {
        guard entry.position == place else { return .gap }
        guard entry.previousHash == previous else { return .previous }
        let key = Key(bytes: entry.caseID)
        let end = ends[key] ?? End(version: 0, hash: Self.beginning)
        let (whole, ofCase) = hasher.hashes(of: entry, after: previous, inCaseAfter: end.hash)
        guard entry.hash == whole else { return .hash }
        guard entry.version == end.version + 1 else { return .version }
        guard entry.caseHash == ofCase else { return .ofCase }
        ends[key] = End(version: entry.version, hash: ofCase)
        if readsPayloads, !Self.isCanonical(entry) { return .payload }
        while let anchor = anchors.last, anchor.position == place {
            guard Array(anchor.hash.utf8) == entry.hash else { return .anchor }
            anchors.removeLast()
        }
        return nil
    }

    private static func isCanonical(_ entry: RawEntry) -> Bool {
        guard let json = try? JSON(parsing: entry.payload), Array(json.text(.canonical).utf8) == entry.payload
        else { return false }
        return (try? entry.entry.recorded()) != nil
    }

    private static let beginning = Array(JournalChain.beginning.utf8)
}
