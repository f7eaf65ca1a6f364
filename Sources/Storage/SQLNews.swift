/// What a program hears from the database that it shares with others.
public enum SQLNews: Hashable, Sendable {
    /// Somebody has committed such a change; it may have been this program.
    case changed(SQLChange)
    /// The line was opened anew: whatever happened meanwhile was not heard, and everything must be read again.
    case everything
    /// By how many milliseconds the clock of the database is ahead of ours.
    case clock(ahead: Int64)
    /// The line was lost, and is being opened anew.
    case lost
}
