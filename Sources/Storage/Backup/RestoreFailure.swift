public import CaseRegister
public import Sealing

/// Why nothing was restored.
public enum RestoreFailure: Error, Hashable, Sendable {
    /// There is a register already.
    case taken
    /// The backup cannot be opened, or is not whole.
    case backup(BackupFault)
    /// The increment cannot be opened, or is not whole.
    case increment(BackupFault)
    /// The backup was made under another schema than this release has.
    case schema(found: Int, known: Int)
    /// The first is no full backup, or the second goes on from another one.
    case unrelated
    /// The backup knows of a shredding that the tombstones do not tell of: they are older than it.
    case tombstones(missing: Int)
    /// What was restored is not what the backup says of itself: a table, or the chain of the journal.
    case differs(String)
    case fault(JournalFault)
}
