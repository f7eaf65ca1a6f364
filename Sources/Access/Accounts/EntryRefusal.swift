public import CaseRegister

/// Why somebody did not enter. It never says which part was wrong, nor whether the account exists.
public enum EntryRefusal: Error, Hashable, Sendable {
    case refused
    /// Too many tries; how many seconds to wait.
    case wait(seconds: Int)
    /// Too many people try at once.
    case busy
    case fault(JournalFault)
}
