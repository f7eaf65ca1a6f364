/// Why something could not be sealed or opened. Says nothing about the content, the key or the place.
public enum SealingFault: Error, Hashable, Sendable {
    /// What was to be opened is not what was sealed, or not with this key, or not in this place: one answer for
    /// all, since a finer one helps whoever tries.
    case unreadable
    /// A key, a nonce or a cost of the wrong size was given: a mistake in the program.
    case unusable
}
