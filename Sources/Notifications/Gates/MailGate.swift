import CCurlMail
public import CaseRegister
import Dispatch

/// Sends by SMTP through libcurl, on threads that may wait, so that no page does.
public struct MailGate: MessageGate {
    public let kind = ChannelKind.email
    private let server: MailServer
    private let queue = DispatchQueue(label: "ruta.mail", attributes: .concurrent)

    public init(to server: MailServer) {
        self.server = server
        _ = Self.prepared
    }

    public func send(_ message: OutgoingMessage) async -> GateOutcome {
        guard let bytes = MailText(message: message, from: server.from).bytes else {
            return .refused("not-plain")
        }
        return await withCheckedContinuation { continuation in
            queue.async {
                let outcome = Self.send(bytes, to: message.address, through: server)
                continuation.resume(
                    returning: Self.read(code: Int(outcome.code), reply: outcome.reply))
            }
        }
    }

    /// A number of the 500s to the recipient is for good (RFC 5321 §4.2.1), but what it says of us, of our account or
    /// of our certificates is a mistake of the house that somebody will mend.
    static func read(code: Int, reply: Int) -> GateOutcome {
        switch code {
        case 0: return .taken
        case 67: return .later("smtp-login")
        case 35, 60, 64: return .later("smtp-encryption")
        case 28: return .later("smtp-no-answer")
        case 5, 6, 7: return .later("smtp-unreachable")
        default: break
        }
        switch reply {
        case 550, 551, 553, 556: return .refused("smtp-\(reply)")
        case 400...599: return .later("smtp-\(reply)")
        default: return .later("smtp-broken")
        }
    }

    private static func send(
        _ bytes: [UInt8], to address: OfficeAddress, through server: MailServer
    ) -> curl_mail_outcome {
        let texts: [String?] = [
            server.url, server.from.text.split(separator: "@").last.map(String.init), server.account?.user,
            server.account?.password, server.authorities, "<\(server.from.text)>", "<\(address.text)>",
        ]
        return withTexts(texts) { given in
            bytes.withUnsafeBytes { body in
                var mail = curl_mail()
                (mail.url, mail.sender_host, mail.user, mail.password) = (
                    given[0], given[1], given[2], given[3]
                )
                (mail.authorities, mail.from, mail.to) = (given[4], given[5], given[6])
                mail.body = body.baseAddress?.assumingMemoryBound(to: CChar.self)
                mail.body_length = body.count
                mail.requires_encryption = server.requiresEncryption ? 1 : 0
                (mail.connect_milliseconds, mail.total_milliseconds) = (10_000, 30_000)
                return curl_mail_send(&mail)
            }
        }
    }

    /// Gives each text to C for as long as the body runs.
    private static func withTexts<Value>(
        _ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> Value
    ) -> Value {
        func go(_ rest: ArraySlice<String?>, _ given: [UnsafePointer<CChar>?]) -> Value {
            guard let first = rest.first else { return body(given) }
            guard let first else { return go(rest.dropFirst(), given + [nil]) }
            return first.withCString { go(rest.dropFirst(), given + [$0]) }
        }
        return go(texts[...], [])
    }

    /// Once, before any thread uses it.
    private static let prepared = curl_mail_prepare()
}
