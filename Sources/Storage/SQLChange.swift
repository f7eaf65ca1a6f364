/// What a transaction has changed that other programs on the same database keep a view of: never what it wrote.
public enum SQLChange: String, CaseIterable, Sendable {
    /// Events were added to the journal.
    case journal
    /// The book of the directory has other numbers, or other calls to them.
    case directory
    /// The times of the ladder were changed.
    case ladder
}
