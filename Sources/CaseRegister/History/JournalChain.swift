/// What makes the journal one chain: each entry is hashed together with the hash of the one before.
///
/// A row that was altered, taken out or put in later breaks the chain at its position. A journal cut off at
/// its end stays whole, so the last hash must also be kept somewhere else. Anyone can check a chain with
/// another program: `docs/journal-format.md` says what is hashed.
public struct JournalChain: Sendable {
    /// The hash before the first entry, of the journal and of every case.
    public static let beginning = String(repeating: "0", count: 64)

    private let digest: Digest

    public init(digest: @escaping Digest) { self.digest = digest }

    /// The hash of an entry in the whole journal, as hexadecimal digits.
    public func hash(of entry: JournalEntry, after previous: String) -> String {
        var hasher = JournalHasher(digest: digest)
        return String(
            decoding: hasher.journalHash(of: RawEntry(entry), after: Array(previous.utf8)), as: UTF8.self)
    }

    /// The hash of an entry in the chain of its case, as hexadecimal digits.
    ///
    /// It leaves out the position, so that the history of one case can be taken out and checked alone.
    public func caseHash(of entry: JournalEntry, after previous: String) -> String {
        var hasher = JournalHasher(digest: digest)
        return String(
            decoding: hasher.caseHash(of: RawEntry(entry), after: Array(previous.utf8)), as: UTF8.self)
    }
}
