/// What the signed ends beside a database say against the journal in it.
public enum JournalAlarm: Hashable, Sendable {
    /// The journal ends before a signed end: an older copy was put in its place, or its end was cut off.
    case rolledBack(ends: Int64, signed: Int64)
    /// Another entry stands where one was signed: the chain was made anew.
    case rewritten(position: Int64)
    /// An end that no key of this house signed.
    case foreign
    /// The file is there and cannot be read as one of signed ends.
    case unreadable
}
