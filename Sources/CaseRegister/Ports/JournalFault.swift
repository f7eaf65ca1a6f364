/// Why the journal could not do what it was asked to. Carries codes, never content.
public enum JournalFault: Error, Hashable, Sendable {
    /// Another program holds the database; trying again is right.
    case locked
    /// The file or its folder cannot be written.
    case readOnly
    /// There is no space left.
    case diskFull
    /// The database was written by a newer release.
    case newerSchema(found: Int, known: Int)
    /// What is stored is not what was written.
    case damaged
    /// An earlier storage error stopped all acknowledgements; someone must look at the disk and restart.
    case stopped
    /// Anything else, by a code for the log, such as `sqlite-10`.
    case other(code: String)
}
