import Access
import AsyncHTTPClient
import CaseRegister
import Catalog
import Logging
import Notifications
import ReferralDomain
import Sealing
import Storage
import Web

/// The outbox, its ways out and its pages, wired on one database.
struct MessageRoom: Sendable {
    private(set) var ports: MessagePorts
    private let settings: MessageSettings
    private let house: House
    private let clock: @Sendable () -> Instant
    private let texts: Texts
    private var waking: Waking?

    /// With what browsers are woken.
    private struct Waking {
        let house: PushHouse
        let signer: BundleSigner
        let book: StoredPushBook
    }

    /// - Throws: what keeps the key for browsers from being read.
    init(
        on database: any SQLDatabase, _ settings: MessageSettings, house: House, catalog: ProtocolCatalog,
        clock: @escaping @Sendable () -> Instant
    ) throws(JournalFault) {
        let random = SystemRandom()
        let channels = ChannelDesk(
            book: StoredChannelBook(on: database, random: random),
            audit: StoredAuditLog(on: database, digest: Fingerprint.sha256), random: random,
            clock: clock)
        ports = MessagePorts(
            outbox: StoredMessageOutbox(on: database), channels: channels, kinds: settings.kinds,
            origins: settings.webhooks)
        self.settings = settings
        self.house = house
        self.clock = clock
        texts = catalog.content.texts
        guard let push = settings.push else { return }
        let signer = try PushKeyFile.open(in: house.keys, random: random)
        let book = StoredPushBook(on: database)
        waking = Waking(house: push, signer: signer, book: book)
        ports.push = PushPorts(
            desk: PushDesk(
                book: book, origins: push.origins,
                audit: StoredAuditLog(on: database, digest: Fingerprint.sha256), random: random,
                clock: clock),
            publicKey: signer.publicKey.text, words: texts[NoticeText.wake])
    }

    /// What sends the messages; nil where nothing may leave. It must be run, since it holds connections.
    func watch(_ logger: Logger) -> MessageWatch? {
        guard !settings.kinds.isEmpty || waking != nil else { return nil }
        let client = HTTPPost.client()
        let sender = MessageSender(
            outbox: ports.outbox, as: SenderID(random: SystemRandom().bytes(16)), gates: gates(client),
            recorder: DeliveryRecorder(journal: house.journal, clock: clock), texts: texts,
            random: SystemRandom(), clock: clock)
        return MessageWatch(sender: sender, waker: waker(client), client: client, logger: logger)
    }

    private func waker(_ client: HTTPClient) -> PushSender? {
        guard let waking else { return nil }
        let signer = waking.signer
        return PushSender(
            book: waking.book, as: SenderID(random: SystemRandom().bytes(16)),
            gate: PushGate(
                of: waking.house, publicKey: signer.publicKey.text, signing: { try? signer.sign($0) },
                client: client),
            random: SystemRandom(), clock: clock)
    }

    private func gates(_ client: HTTPClient) -> [any MessageGate] {
        let signer = house.signer
        var gates: [any MessageGate] = []
        if let mail = settings.mail { gates.append(MailGate(to: mail)) }
        if let sms = settings.sms { gates.append(SMSGate(to: sms, client: client)) }
        if !settings.webhooks.isEmpty {
            gates.append(
                WebhookGate(
                    to: settings.webhooks,
                    signing: { try? signer.sign(file: $0, form: Self.webhookForm).text }, client: client))
        }
        return gates
    }

    /// What a signature of a webhook is for, so that none of another paper fits.
    private static let webhookForm = "ruta-webhook-1"
}
