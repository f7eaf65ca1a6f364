public import CaseRegister
import Configuration
public import Notifications

/// By which ways messages leave the house: none of them is on until somebody says where to.
public struct MessageSettings: Equatable, Sendable {
    public private(set) var mail: MailServer?
    public private(set) var sms: SMSGateway?
    /// Whom the house may call; empty calls nobody.
    public private(set) var webhooks: Set<WebOrigin> = []

    /// Whose browsers are woken; nil wakes none.
    public private(set) var push: PushHouse?

    /// Nothing leaves.
    public init() {}

    /// The ways that are on.
    public var kinds: [ChannelKind] {
        ChannelKind.allCases.filter { kind in
            switch kind {
            case .email: mail != nil
            case .sms: sms != nil
            case .webhook: !webhooks.isEmpty
            }
        }
    }

    /// Everything that is wrong, so that one start tells it all.
    public struct Mistakes: Error, Equatable {
        public let all: [ServerSettings.Mistake]
    }

    /// Reads the environment: `RUTA_MAIL_SERVER`, `RUTA_SMS_URL`, `RUTA_WEBHOOK_ORIGINS`, `RUTA_PUSH_ORIGINS` and what belongs to them.
    public static func ofEnvironment() throws(Mistakes) -> MessageSettings {
        let environment = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "ruta")
        return try MessageSettings { name in
            environment.string(forKey: ConfigKey(name.split(separator: ".").map(String.init)))
        } secret: {
            SecretFile.line(of: $0)
        }
    }

    /// - Parameters:
    ///   - value: the setting of a name such as `mail.server`; nil where nobody set it.
    ///   - secret: the one line of a private file; nil where it cannot be had.
    init(
        _ value: @escaping (String) -> String?, secret: @escaping (String) -> String?
    ) throws(Mistakes) {
        var reading = MessageSettingsReading(value, secret: secret)
        mail = reading.mail()
        sms = reading.sms()
        webhooks = reading.webhooks()
        push = reading.push()
        reading.refuseOrphans()
        guard reading.mistakes.isEmpty else { throw Mistakes(all: reading.mistakes) }
    }
}
