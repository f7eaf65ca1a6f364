import CaseRegister
import Notifications
import Testing

@testable import Composition

/// What the place of installation says about messages: all of it right, or nothing starts.
struct MessageSettingsTests {
    private static let whole = [
        "mail.server": "smtp://mail.example:587", "mail.from": "avisos@ruta.example", "mail.user": "ruta",
        "mail.password-file": "/secret/mail", "sms.url": "https://sms.example/v1",
        "sms.body": "to={to}&text={text}", "sms.authorization-file": "/secret/sms",
        "webhook.origins": "https://upe.example http://127.0.0.1:9000",
        "push.origins": "https://push.example", "push.contact": "avisos@ruta.example",
    ]

    @Test func `nothing said is nothing sent`() throws {
        let settings = try MessageSettings({ _ in nil }, secret: { _ in nil })
        #expect(settings == MessageSettings())
        #expect(settings.kinds.isEmpty)
    }

    @Test func `all of it said is all of it on, with secrets from files`() throws {
        let settings = try MessageSettings(
            { Self.whole[$0] }, secret: { $0 == "/secret/mail" ? "clave" : "Bearer x" })
        #expect(settings.kinds == [.email, .sms, .webhook])
        #expect(settings.push?.contact.text == "avisos@ruta.example")
        #expect(settings.mail?.account == MailServer.Account(user: "ruta", password: "clave"))
        #expect(settings.mail?.requiresEncryption == true)
        #expect(settings.sms?.authorization == "Bearer x")
        #expect("\(settings)".contains("clave") == false, "a secret is never printed")
    }

    @Test(arguments: [
        ("mail.server", "http://mail.example", "RUTA_MAIL_SERVER"),
        ("mail.server", "smtp://mail.example/x", "RUTA_MAIL_SERVER"),
        ("mail.server", "smtp://u:p@mail.example", "RUTA_MAIL_SERVER"),
        ("mail.from", "avisos", "RUTA_MAIL_FROM"), ("mail.encryption", "no", "RUTA_MAIL_ENCRYPTION"),
        ("mail.encryption", "tal vez", "RUTA_MAIL_ENCRYPTION"), ("mail.user", "", "RUTA_MAIL_USER"),
        ("mail.password-file", "/nowhere", "RUTA_MAIL_PASSWORD_FILE"),
        ("mail.authorities", "/nowhere", "RUTA_MAIL_AUTHORITIES"),
        ("sms.url", "http://sms.example/", "RUTA_SMS_URL"), ("sms.body", "to={to}", "RUTA_SMS_BODY"),
        ("sms.body", "to={to}&text={text}&who={name}", "RUTA_SMS_BODY"),
        ("sms.authorization-file", "/nowhere", "RUTA_SMS_AUTHORIZATION_FILE"),
        ("webhook.origins", "http://upe.example", "RUTA_WEBHOOK_ORIGINS"),
        ("webhook.origins", "https://upe.example/path", "RUTA_WEBHOOK_ORIGINS"),
        ("push.origins", "http://push.example", "RUTA_PUSH_ORIGINS"),
        ("push.origins", "push.example", "RUTA_PUSH_ORIGINS"), ("push.contact", "x", "RUTA_PUSH_CONTACT"),
    ])
    func `one wrong setting is named`(name: String, value: String, variable: String) {
        var said = Self.whole
        said[name] = value
        let mistakes = Self.mistakes(of: said)
        #expect(mistakes.map(\.name) == [variable])
    }

    @Test func `every mistake is told at once`() {
        var said = Self.whole
        (said["mail.server"], said["sms.url"], said["webhook.origins"]) = ("x", "x", "x")
        let names = Self.mistakes(of: said).map(\.name)
        #expect(names == ["RUTA_MAIL_SERVER", "RUTA_SMS_URL", "RUTA_WEBHOOK_ORIGINS"])
    }

    @Test func `a part without its whole is a mistake, not a silence`() {
        let said = ["mail.from": "avisos@ruta.example", "sms.body": "to={to}&text={text}"]
        #expect(Self.mistakes(of: said).map(\.name) == ["RUTA_MAIL_FROM", "RUTA_SMS_BODY"])
    }

    @Test func `only the machine itself may be talked to in the clear`() throws {
        let said = [
            "mail.server": "smtp://127.0.0.1:2525", "mail.from": "avisos@ruta.example",
            "mail.encryption": "no",
        ]
        let settings = try MessageSettings({ said[$0] }, secret: { _ in nil })
        #expect(settings.mail?.requiresEncryption == false)
    }

    private static func mistakes(of said: [String: String]) -> [ServerSettings.Mistake] {
        do {
            _ = try MessageSettings({ said[$0] }, secret: { $0 == "/nowhere" || $0.isEmpty ? nil : "x" })
            return []
        } catch { return error.all }
    }
}
