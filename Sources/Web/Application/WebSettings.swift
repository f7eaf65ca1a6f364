/// What the place of installation decides about the screens.
public struct WebSettings: Equatable, Sendable {
    /// Whether people reach the site by `https`: cookies are then `Secure` and named `__Host-`.
    public let isReachedByHTTPS: Bool
    /// How many seconds browsers must insist on `https`; nil sends no such header.
    public let strictTransportSeconds: Int?

    /// Whether this is a practice town: every screen says so, and only there can be practised.
    public var isPractice = false

    public init(isReachedByHTTPS: Bool = false, strictTransportSeconds: Int? = nil) {
        self.isReachedByHTTPS = isReachedByHTTPS
        self.strictTransportSeconds = strictTransportSeconds
    }
}
