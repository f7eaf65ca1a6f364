/// Why a backup cannot be opened. Says nothing of what is in it.
public enum BackupFault: Error, Hashable, Sendable {
    /// It does not begin as a backup does.
    case notABackup
    /// It was not sealed to this key.
    case foreignKey
    /// A byte is not what was written, or the end is missing.
    case damaged
}
