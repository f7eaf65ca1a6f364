public import CaseRegister

/// Which event a short code stands for. The receipt itself is not stored: it is made again from the journal.
public protocol ReceiptBook: Sendable {
    /// Notes the code of a receipt that is shown to somebody; the same again changes nothing.
    func note(_ code: String, of entry: ReceiptEntry) async throws(JournalFault)

    /// The events of a code: mostly one, none for an unknown code, seldom two.
    func entries(of code: String) async throws(JournalFault) -> [ReceiptEntry]
}

/// The place of an event that a receipt is about.
public struct ReceiptEntry: Hashable, Sendable {
    public let caseID: CaseID
    /// The place among the events of the case.
    public let version: Int

    public init(_ caseID: CaseID, version: Int) {
        self.caseID = caseID
        self.version = version
    }
}

/// The hashes of the journal, which every receipt carries away.
public protocol JournalHashes: Sendable {
    /// The hash at a position, 64 hexadecimal digits; nil where there is none.
    func hash(at position: Int64) async throws(JournalFault) -> String?
}
