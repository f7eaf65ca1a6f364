import CaseRegister
import Testing

/// What may be written to: nothing that could become a header, a second recipient or another place.
struct OfficeAddressTests {
    @Test(arguments: [
        (ChannelKind.email, "guardia@entidad.example"), (.email, "mesa.de-partes+24h@sub.entidad.example"),
        (.sms, "987654321"), (.sms, "+51987654321"),
        (.webhook, "https://ruta.entidad.example/avisos?de=ruta"),
        (.webhook, "http://127.0.0.1:8090/avisos"),
    ])
    func `an address of an office is taken as it is`(kind: ChannelKind, text: String) throws {
        #expect(try OfficeAddress(kind, reading: text).text == text)
    }

    @Test(arguments: [
        (ChannelKind.email, "guardia@entidad.example\r\nBcc: otro@example.org"), (.email, "a@b"),
        (.email, "a@b.example,c@d.example"), (.email, "<a@b.example>"), (.email, "a b@c.example"),
        (.email, "\"a\"@b.example"), (.email, "a@-b.example"), (.email, "@b.example"),
        (.email, "á@b.example"),
        (.email, "a@b..example"), (.sms, "12345"), (.sms, "+51 987 654 321"), (.sms, "987654321;ext=1"),
        (.sms, "1234567890123456"), (.sms, "９８７６５４３２１"), (.webhook, "http://entidad.example/x"),
        (.webhook, "https://user:clave@entidad.example/"), (.webhook, "ftp://entidad.example/"),
        (.webhook, "https://entidad.example/#x"), (.webhook, "https://entidad.example\\@otro.example/"),
        (.webhook, "https:///x"), (.webhook, "http://127.0.0.1.example/x"), (.email, ""),
        (.email, "a\u{0}@b.example"),
    ])
    func `what is no address, or two, is refused`(kind: ChannelKind, text: String) {
        #expect(throws: OfficeAddress.Misread.self, "\(text)") {
            try OfficeAddress(kind, reading: text)
        }
    }

    @Test func `an address that is too long is refused`() {
        let long = String(repeating: "a", count: 60) + "@" + String(repeating: "b.", count: 100) + "example"
        #expect(throws: OfficeAddress.Misread.tooLong) { try OfficeAddress(.email, reading: long) }
    }
}
