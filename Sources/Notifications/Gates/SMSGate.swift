public import AsyncHTTPClient
public import CaseRegister
import JSON
import NIOHTTP1

/// Sends short messages through the configured gateway.
public struct SMSGate: MessageGate {
    public let kind = ChannelKind.sms
    private let gateway: SMSGateway
    private let post: HTTPPost

    public init(to gateway: SMSGateway, client: HTTPClient) {
        self.gateway = gateway
        post = HTTPPost(client)
    }

    public func send(_ message: OutgoingMessage) async -> GateOutcome {
        guard message.isPlain else { return .refused("not-plain") }
        let request = Self.request(for: message, through: gateway)
        return await post.send(
            request.body ?? "", to: request.url, method: request.body == nil ? .GET : .POST,
            headers: request.headers, as: "sms")
    }

    struct Request: Equatable {
        let url: String
        let body: String?
        let headers: [(String, String)]

        static func == (left: Request, right: Request) -> Bool {
            left.url == right.url && left.body == right.body
                && left.headers.map(\.0) == right.headers.map(\.0)
                && left.headers.map(\.1) == right.headers.map(\.1)
        }
    }

    /// The request with its places filled, each in the way of where it stands.
    static func request(for message: OutgoingMessage, through gateway: SMSGateway) -> Request {
        var headers: [(String, String)] = []
        if let authorization = gateway.authorization { headers.append(("Authorization", authorization)) }
        if gateway.body != nil {
            let type = gateway.isJSON ? "application/json" : "application/x-www-form-urlencoded"
            headers.append(("Content-Type", type))
        }
        // The gateway that knows this header sends a message that comes twice once.
        headers.append(("Idempotency-Key", message.id.text))
        let body = gateway.body.map { template in
            filled(template, with: message, gateway.isJSON ? quoted : percent)
        }
        return Request(url: filled(gateway.url, with: message, percent), body: body, headers: headers)
    }

    private static func filled(
        _ template: String, with message: OutgoingMessage, _ encode: (String) -> String
    ) -> String {
        let values = [
            "{to}": message.address.text, "{text}": message.text, "{id}": message.id.text,
        ]
        // One pass over the template: what is filled in is never looked at again.
        var filled = ""
        var rest = template[...]
        while let next = rest.first {
            if let (place, value) = values.first(where: { rest.hasPrefix($0.key) }) {
                filled += encode(value)
                rest = rest.dropFirst(place.count)
            } else {
                filled.append(next)
                rest = rest.dropFirst()
            }
        }
        return filled
    }

    /// A JSON string with its quotation marks: the template writes none around a place.
    private static func quoted(_ text: String) -> String { JSON.string(text).text(.canonical) }

    private static func percent(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isFree =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~".utf8.contains(byte)
            if isFree {
                out.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                out += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return out
    }
}
