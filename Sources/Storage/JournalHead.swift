/// The end of the journal: the position of its last entry and that entry's hash.
public struct JournalHead: Hashable, Sendable {
    public let position: Int64
    public let hash: String
}
