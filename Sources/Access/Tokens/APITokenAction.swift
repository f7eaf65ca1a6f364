/// What is written into the log about keys of programs, before it is done.
public enum APITokenAction: String, CaseIterable, Sendable {
    case made = "api-token-made"
    case revoked = "api-token-revoked"
}
