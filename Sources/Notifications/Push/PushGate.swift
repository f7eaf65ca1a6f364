public import AsyncHTTPClient
public import CaseRegister
public import ReferralDomain

/// Wakes a browser through its maker (RFC 8030), with nothing in it: what the maker learns is that there is something.
public struct PushGate: Sendable {
    /// Signs a text with the key of the house, `r | s` in base64url; nil where it cannot.
    public typealias Signer = @Sendable (String) -> String?

    private let house: PushHouse
    private let publicKey: String
    private let sign: Signer
    private let post: HTTPPost

    /// - Parameter publicKey: the public half of the signing key, in base64url.
    public init(
        of house: PushHouse, publicKey: String, signing sign: @escaping Signer, client: HTTPClient
    ) {
        self.house = house
        self.publicKey = publicKey
        self.sign = sign
        post = HTTPPost(client)
    }

    public func wake(_ address: PushAddress, at instant: Instant) async -> GateOutcome {
        guard house.origins.contains(address.origin) else { return .refused("push-not-allowed") }
        let token = PushToken(origin: address.origin, contact: house.contact, instant: instant)
        guard let token = token.text(signing: sign) else { return .later("push-no-key") }
        return await post.send(
            "", to: address.text,
            headers: [
                ("Authorization", "vapid t=\(token), k=\(publicKey)"), ("TTL", Self.lifetime),
                // One that waits at the maker is replaced by the next.
                ("Topic", "1"), ("Urgency", "high"),
            ], as: "push")
    }

    /// Seconds that a maker keeps it for a browser that is off: an hour, then the next one will do.
    private static let lifetime = "3600"
}
