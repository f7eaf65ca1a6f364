import CaseRegister
import Notifications

/// Reads the settings of the messages and collects all that is wrong with them.
struct MessageSettingsReading {
    private let value: (String) -> String?
    private let secret: (String) -> String?
    private(set) var mistakes: [ServerSettings.Mistake] = []

    init(_ value: @escaping (String) -> String?, secret: @escaping (String) -> String?) {
        self.value = value
        self.secret = secret
    }

    mutating func mail() -> MailServer? {
        guard let server = value("mail.server") else { return nil }
        let isServer = Self.isMailServer(server)
        if !isServer { note("mail.server", server) }
        let typed = value("mail.from") ?? ""
        let from = try? OfficeAddress(.email, reading: typed)
        if from == nil { note("mail.from", typed) }
        let encryption = value("mail.encryption") ?? "yes"
        let isHere = WebOrigin(of: "http" + server.drop { $0 != ":" })?.isThisMachine ?? false
        // Without encryption the password and the code of a case can be read on the way.
        if !(encryption == "yes" || (encryption == "no" && isHere)) { note("mail.encryption", encryption) }
        let account = mailAccount()
        let authorities = value("mail.authorities")
        if let authorities, !SecretFile.isReadable(authorities) { note("mail.authorities", authorities) }
        guard isServer, let from else { return nil }
        var mail = MailServer(url: server, from: from)
        mail.account = account
        mail.requiresEncryption = encryption == "yes"
        mail.authorities = authorities
        return mail
    }

    private mutating func mailAccount() -> MailServer.Account? {
        guard let user = value("mail.user") else {
            if let file = value("mail.password-file") { note("mail.password-file", file) }
            return nil
        }
        guard !user.isEmpty, Self.isPlain(user) else {
            note("mail.user", user)
            return nil
        }
        guard let password = secret(of: "mail.password-file") else { return nil }
        return MailServer.Account(user: user, password: password)
    }

    mutating func sms() -> SMSGateway? {
        guard let url = value("sms.url") else { return nil }
        var gateway = SMSGateway(url: url, body: value("sms.body"))
        do {
            try gateway.check()
        } catch {
            switch error {
            case .notSafe: note("sms.url", url)
            case .placeMissing(let place): note("sms.body", "{\(place)}?")
            case .unknownPlace(let place): note("sms.body", "{\(place)}")
            }
        }
        if value("sms.authorization-file") != nil {
            gateway.authorization = secret(of: "sms.authorization-file")
        }
        return gateway
    }

    mutating func webhooks() -> Set<WebOrigin> { origins("webhook.origins") }

    mutating func push() -> PushHouse? {
        let origins = origins("push.origins")
        guard !origins.isEmpty else { return nil }
        let typed = value("push.contact") ?? ""
        guard let contact = try? OfficeAddress(.email, reading: typed) else {
            note("push.contact", typed)
            return nil
        }
        return PushHouse(at: origins, contact: contact)
    }

    private mutating func origins(_ name: String) -> Set<WebOrigin> {
        var origins: Set<WebOrigin> = []
        for typed in (value(name) ?? "").split(separator: " ").map(String.init) {
            guard let origin = WebOrigin(of: typed), origin.isSafe, origin.text == typed else {
                note(name, typed)
                continue
            }
            origins.insert(origin)
        }
        return origins
    }

    /// A part of a way that is not on was surely meant to be: it is said, not ignored.
    mutating func refuseOrphans() {
        if value("mail.server") == nil {
            for name in [
                "mail.from", "mail.user", "mail.password-file", "mail.encryption", "mail.authorities",
            ] {
                if let found = value(name) { note(name, found) }
            }
        }
        if value("push.origins") == nil, let found = value("push.contact") { note("push.contact", found) }
        if value("sms.url") == nil {
            for name in ["sms.body", "sms.authorization-file"] {
                if let found = value(name) { note(name, found) }
            }
        }
    }

    private mutating func secret(of name: String) -> String? {
        let file = value(name) ?? ""
        guard let line = secret(file), !line.isEmpty, Self.isPlain(line) else {
            note(name, file)
            return nil
        }
        return line
    }

    private mutating func note(_ name: String, _ found: String) {
        let variable = name.uppercased().map { ".-".contains($0) ? "_" : $0 }
        mistakes.append(ServerSettings.Mistake(name: "RUTA_" + String(variable), found: found))
    }

    /// `smtp` or `smtps`, a host, perhaps a port, and nothing behind it.
    private static func isMailServer(_ text: String) -> Bool {
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, ["smtp", "smtps"].contains(parts[0]),
            let origin = WebOrigin(of: "https://" + parts[1])
        else { return false }
        return origin.text == "https://" + parts[1].lowercased()
    }

    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
