import CaseRegister
import Foundation
import JSON
import ReferralDomain
import Testing

@testable import Notifications

/// What goes over the wire, to the byte.
struct WireTests {
    @Test func `a mail is as its golden file says`() throws {
        let message = try Self.message(.email, "guardia@upe.example", text: "Su código es 123456.")
        let from = try OfficeAddress(.email, reading: "avisos@ruta.example")
        let bytes = try #require(MailText(message: message, from: from).bytes)
        let golden = RealTexts.folder("__Golden__").appending(path: "mail.txt")
        let expected = try String(contentsOf: golden, encoding: .utf8).replacing("\n", with: "\r\n")
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: ["Tiene 1 tarea\r\nBcc: otro@example.org", "Tiene\u{0}", "Tiene\n.\n", "a\u{85}b"])
    func `words that could end a header or a mail are never sent`(planted: String) throws {
        let from = try OfficeAddress(.email, reading: "avisos@ruta.example")
        for (subject, text) in [(planted, "x"), ("x", planted)] {
            let message = OutgoingMessage(
                MessageID(random: Array(repeating: 1, count: 16)), .task,
                to: try OfficeAddress(.email, reading: "a@b.example"), words: (subject, text),
                at: Instant(millisecondsSinceEpoch: 0))
            #expect(MailText(message: message, from: from).bytes == nil)
        }
    }

    @Test func `base 64 is that of Foundation for every length`() {
        for length in 0..<64 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
            #expect(Base64.text(of: bytes) == Data(bytes).base64EncodedString())
        }
    }

    @Test func `a gateway is asked in its own way, and nothing breaks out of its field`() throws {
        let text = "Su código es \"1\" & {to}"
        let message = try Self.message(.sms, "+51987654321", text: text)
        let json = SMSGateway(
            url: "https://sms.example/v1", body: #"{"to":{to},"body":{text},"ref":{id}}"#)
        let asked = SMSGate.request(for: message, through: json)
        let body = try JSON(parsing: Array(try #require(asked.body).utf8))
        #expect(body["to"]?.string == "+51987654321")
        #expect(body["ref"]?.string == message.id.text)
        #expect(asked.headers.contains { $0.0 == "Content-Type" && $0.1 == "application/json" })

        let form = SMSGateway(url: "https://sms.example/v1", body: "to={to}&text={text}")
        #expect(
            SMSGate.request(for: message, through: form).body
                == "to=%2B51987654321&text=Su%20c%C3%B3digo%20es%20%221%22%20%26%20%7Bto%7D")
        let link = SMSGateway(url: "https://sms.example/send?to={to}&m={text}", body: nil)
        let got = SMSGate.request(for: message, through: link)
        #expect(got.body == nil)
        #expect(got.url.hasPrefix("https://sms.example/send?to=%2B51987654321&m=Su%20c"))
    }

    @Test(arguments: [
        ("http://sms.example/", "to={to}&text={text}"), ("https://sms.example/?to={to}", ""),
        ("https://{to}.example/?text={text}", ""), ("https://sms.example/?to={to}&text={text}&x={name}", ""),
        ("no-es-una-direccion", "to={to}&text={text}"),
    ])
    func `a gateway that is not safe or not whole is refused`(url: String, body: String) {
        #expect(throws: SMSGateway.Misread.self) {
            try SMSGateway(url: url, body: body.isEmpty ? nil : body).check()
        }
    }

    @Test(arguments: [
        (0, 250, GateOutcome.taken), (55, 550, .refused("smtp-550")), (55, 451, .later("smtp-451")),
        (67, 535, .later("smtp-login")), (60, 220, .later("smtp-encryption")),
        (28, 0, .later("smtp-no-answer")), (7, 0, .later("smtp-unreachable")), (56, 0, .later("smtp-broken")),
        (55, 554, .later("smtp-554")),
    ])
    func `what the mail server says is read as one of our words`(
        code: Int, reply: Int, expected: GateOutcome
    ) {
        #expect(MailGate.read(code: code, reply: reply) == expected)
    }

    @Test func `a webhook signs the time, the id and the body`() throws {
        let message = try Self.message(.webhook, "https://upe.example/avisos", text: "Hay 1 respuesta.")
        let body = WebhookGate.body(of: message)
        let id = message.id.text
        #expect(body == #"{"id":"\#(id)","kind":"task","text":"Hay 1 respuesta."}"#)
        let signed = String(decoding: WebhookGate.signed(id: id, time: "7", body: body), as: UTF8.self)
        #expect(signed == "7\n\(id)\n\(body)")
    }

    private static func message(
        _ kind: ChannelKind, _ address: String, text: String
    ) throws -> OutgoingMessage {
        OutgoingMessage(
            MessageID(random: Array(repeating: 0xAB, count: 16)), .task,
            to: try OfficeAddress(kind, reading: address), words: (subject: "Su código", text: text),
            at: Instant(millisecondsSinceEpoch: 1_795_000_607_000))
    }
}
