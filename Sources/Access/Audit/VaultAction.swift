/// What the vault writes into the log.
public enum VaultAction: String, CaseIterable, Sendable {
    case reveal
    /// The key did not open it, or there is none.
    case revealFailed = "reveal-failed"
    case revealRefused = "reveal-refused"
    case search
    case searchRefused = "search-refused"
    case keyCreated = "key-created"
    case keyShared = "key-shared"
    case keyWithdrawn = "key-withdrawn"
    /// Written before it is kept: its place, its kind, the hash of the sealed picture and its size.
    case imageAttached = "image-attached"
    case personShredded = "person-shredded"
}
