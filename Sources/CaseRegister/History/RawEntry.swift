/// A row of the journal in the bytes in which it stands, so that even a forged one can be hashed and checked.
///
/// It may be used again for the next row, and then allocates nothing.
public struct RawEntry: Hashable, Sendable {
    public var position: Int64 = 0
    public var caseID: [UInt8] = []
    public var version: Int64 = 0
    public var name: [UInt8] = []
    public var eventVersion: Int64 = 0
    public var payload: [UInt8] = []
    public var actor: [UInt8] = []
    public var recordedAtMilliseconds: Int64 = 0
    /// The hash of the entry before in the whole journal, 64 digits.
    public var previousHash: [UInt8] = []
    /// The hash of this entry in the whole journal, 64 digits.
    public var hash: [UInt8] = []
    /// The hash of this entry in the chain of its case, 64 digits.
    public var caseHash: [UInt8] = []

    /// A row that is still to be filled.
    public init() {}

    /// The row of an entry; its hashes are still to be filled.
    public init(_ entry: JournalEntry) {
        position = entry.position
        caseID = Array(entry.caseID.utf8)
        version = entry.version
        name = Array(entry.name.utf8)
        eventVersion = entry.eventVersion
        payload = Array(entry.payload.utf8)
        actor = Array(entry.actor.utf8)
        recordedAtMilliseconds = entry.recordedAtMilliseconds
    }

    /// The entry without its hashes.
    public var entry: JournalEntry {
        JournalEntry(
            at: position, of: String(decoding: caseID, as: UTF8.self), version: version,
            event: StoredEvent(
                name: String(decoding: name, as: UTF8.self), version: eventVersion,
                payload: String(decoding: payload, as: UTF8.self)),
            actor: String(decoding: actor, as: UTF8.self), recordedAtMilliseconds: recordedAtMilliseconds)
    }
}
