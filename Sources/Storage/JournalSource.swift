public import CaseRegister

/// A journal that is only looked at, beside a program that may be writing to it.
///
/// Nothing is trusted: neither the schema beyond the columns of the journal, nor the lists, nor the program.
public protocol JournalSource: Sendable {
    /// Checks the journal as it is at this moment from its first entry to its last.
    ///
    /// - Returns: what is wrong first, or nil.
    /// - Throws: where it cannot be read.
    func check(_ check: inout JournalCheck) throws(JournalFault) -> JournalCheck.Finding?

    /// The last entry and its hash; nil while the journal is empty.
    func head() throws(JournalFault) -> JournalAnchor?

    /// What the database says of itself.
    func status() throws(JournalFault) -> DatabaseStatus

    /// Gives every entry in order, as it is at this moment; the body says whether to go on.
    func forEachEntry(_ body: (RawEntry) throws -> Bool) throws(JournalFault)
}
