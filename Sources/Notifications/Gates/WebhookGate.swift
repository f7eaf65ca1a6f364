public import AsyncHTTPClient
public import CaseRegister
import JSON
import NIOHTTP1
import ReferralDomain

/// Calls the program of a unit with a signed body.
///
/// The signature is over the time, the id and the body, so that a copy that comes later, or twice, is known for one.
public struct WebhookGate: MessageGate {
    /// Signs bytes with the key of the house; nil where it cannot.
    public typealias Signer = @Sendable ([UInt8]) -> String?

    public let kind = ChannelKind.webhook
    private let origins: Set<WebOrigin>
    private let sign: Signer
    private let post: HTTPPost

    /// - Parameter origins: whom the house may call at all; an address elsewhere is refused.
    public init(to origins: Set<WebOrigin>, signing sign: @escaping Signer, client: HTTPClient) {
        self.origins = origins
        self.sign = sign
        post = HTTPPost(client)
    }

    public func send(_ message: OutgoingMessage) async -> GateOutcome {
        guard let origin = WebOrigin(of: message.address.text), origins.contains(origin) else {
            return .refused("webhook-not-allowed")
        }
        let body = Self.body(of: message)
        let time = String(message.instant.millisecondsSinceEpoch / 1_000)
        guard let signature = sign(Self.signed(id: message.id.text, time: time, body: body)) else {
            return .later("webhook-no-key")
        }
        return await post.send(
            body, to: message.address.text,
            headers: [
                ("Content-Type", "application/json"), ("Ruta-Id", message.id.text), ("Ruta-Time", time),
                ("Ruta-Signature", signature),
            ], as: "webhook")
    }

    /// What is signed: three lines, the last one the body.
    public static func signed(id: String, time: String, body: String) -> [UInt8] {
        Array("\(time)\n\(id)\n\(body)".utf8)
    }

    static func body(of message: OutgoingMessage) -> String {
        let json: JSON = [
            "id": .string(message.id.text), "kind": .string(message.kind.rawValue),
            "text": .string(message.text),
        ]
        return json.text(.canonical)
    }
}
