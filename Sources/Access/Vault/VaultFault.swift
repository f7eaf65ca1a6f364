public import CaseRegister

/// Why the vault did not do it. Carries nothing of the content.
public enum VaultFault: Error, Hashable, Sendable {
    /// There is no such key for this unit, or nothing at all: the two look the same.
    case notHeld
    /// The policy names none of the units given, so nobody could ever open it.
    case noReceiver
    /// The keys of the person were destroyed, and stay so.
    case shredded
    /// It is not what was sealed here.
    case unreadable
    /// The reason is none of the list.
    case unknownReason
    /// Twenty in an hour: a fresh second factor is needed.
    case stepUpNeeded
    /// Too often; somebody will look into it.
    case overLimit
    /// Nobody else could open the compartment any more.
    case lastHolder
    /// Nothing is left of the value once accents and signs are gone, or the field has no index.
    case notIndexable
    case fault(JournalFault)
}
