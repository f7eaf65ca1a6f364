import Access
import CaseRegister
import Catalog
import Crypto
import Documents
import ReferralDomain
import Sealing
import Storage
import Web

/// Everything on one database, wired: the register, the accounts, the vault, the loop.
struct House: Sendable {
    let journal: StoredCaseJournal
    let ports: StaffPorts
    let accounts: AccountPorts
    let keeper: LadderKeeper
    let rules: RulesInForce
    let signer: ReceiptSigner
    let vault: Vault
    let app: AppPorts
    /// Where the keys of the house lie.
    let keys: KeyPlace

    /// Wires the rooms on an open database.
    ///
    /// - Parameter messages: what can leave, for which events write messages.
    /// - Throws: what keeps the journal or the signing key from being read.
    init(
        on database: any SQLDatabase, at place: RegisterPlace, catalog: ProtocolCatalog,
        clock houseClock: HouseClock, messages: MessageSettings = .init()
    ) throws(JournalFault) {
        let (random, data) = (SystemRandom(), place.data)
        let clock: @Sendable () -> Instant = { houseClock.now() }
        let inForce = try RulesInForce(catalog, on: database)
        let rules: @Sendable () -> ProtocolRules = { inForce.rules }
        let vaultRules = VaultRules(catalog)
        var writing = try StoredCaseJournal(
            on: database, digest: Fingerprint.sha256, random: random, rules: rules, clock: clock)
        writing.hasOutbox = !messages.kinds.isEmpty
        writing.wakesBrowsers = messages.push != nil
        keys = place.keys
        let journal = writing
        self.journal = journal
        signer = try HouseSigner.open(in: place.keys, random: random)
        let old = try HouseSigner.old(beside: place.keys.path)
        let appKeys = try AppKeyFile.open(in: place.keys, random: random, at: clock())
        // A file has one program; only a server could be asked by one with other keys.
        if place.server != nil { try KnownKeys(signer, old, appKeys).beAdmitted(to: database) }
        let store = StoredAccounts(on: database)
        let log = StoredAuditLog(on: database, digest: Fingerprint.sha256)
        let attempts = Self.attempts(of: place, on: database, appKeys)
        let throttle = EntryThrottle(in: attempts)
        let work = QueuedWork()
        let accountLog = AccountLog(log)
        var sessions = Sessions(store: store, throttle: throttle, work: work, clock: clock)
        sessions.log = accountLog
        var entrance = Entrance(store: store, throttle: throttle, work: work, clock: clock, random: random)
        entrance.log = accountLog
        var care = AccountDesk(store: store, sessions: sessions, work: work, clock: clock, random: random)
        care.log = accountLog
        accounts = AccountPorts(entrance: entrance, sessions: sessions, desk: care)
        vault = Vault(
            store: StoredVaultStore(on: database, tombstones: TombstoneFile(besideData: data)), log: log,
            random: random, clock: clock,
            rules: { vaultRules })
        let desk = CaseDesk(journal: journal, rules: rules, clock: clock)
        let book = StoredReceiptBook(on: database)
        var ports = StaffPorts(
            door: sessions, units: store, journal: journal, lists: journal, desk: desk, rules: rules)
        ports.accounts = accounts
        ports.growth = journal
        ports.vault = VaultPorts(vault: vault, keys: StoredUnitKeys(store), images: PillowDoor())
        ports.pace = RequestPace()
        ports.attempts = attempts
        ports.loop = LoopPorts(
            acknowledgements: AcknowledgementDesk(
                desk: desk, store: StoredAcknowledgements(on: database), keys: StoredUnitKeys(store),
                random: random, clock: clock),
            receipts: ReceiptDesk(
                journal: journal, hashes: book, book: book, signer: signer,
                old: old))
        ports.keeping = KeepingPorts(
            directory: StoredDirectoryBook(on: database), trail: journal, audit: log)
        ports.keeping?.ladder = LadderPorts(
            book: StoredLadderBook(on: database),
            follow: { () async throws(JournalFault) in try await inForce.follow(for: journal) })
        ports.tokens = APITokenDesk(
            store: StoredAPITokens(on: database), log: log, random: random, clock: clock)
        ports.figures = FigurePorts(on: database, journal, catalog, now: { (clock(), rules()) })
        ports.keeping?.dossiers = DossierMaker(signer: signer, digest: Fingerprint.sha256)
        self.ports = ports
        self.rules = inForce
        app = try Self.app(
            database, catalog, appKeys, clock,
            AppParts(journal: journal, units: store, log: log, desk: desk))
        keeper = LadderKeeper(journal: journal, lists: journal, rules: rules, clock: clock)
    }

    /// What phones of the street fetch and send.
    private static func app(
        _ database: any SQLDatabase, _ catalog: ProtocolCatalog, _ keys: AppKeyFile,
        _ clock: @escaping @Sendable () -> Instant, _ parts: AppParts
    ) throws(JournalFault) -> AppPorts {
        let random = SystemRandom()
        let (devices, book) = (StoredDevices(on: database), StoredIntakeBook(on: database))
        let rules = IntakeRules(catalog)
        return AppPorts(
            signer: keys.bundle, ring: keys.intake,
            devices: DeviceDesk(
                store: devices, log: parts.log, smsSecret: keys.smsSecret, random: random, clock: clock),
            reports: ReportIntake(
                ReportIntake.Ports(
                    journal: parts.journal, book: book, devices: devices, units: parts.units,
                    unitKeys: StoredUnitKeys(parts.units)),
                ring: keys.intake, rules: { rules }, clock: clock),
            handovers: HandoverIntake(
                book: book, devices: devices, units: parts.units, journal: parts.journal, desk: parts.desk,
                clock: clock),
            book: book, catalogSince: try book.catalogSince(catalog.hash, catalog.edition.version, clock()))
    }

    /// Where tries are counted: in the database where other nodes count too, else in memory as ever.
    private static func attempts(
        of place: RegisterPlace, on database: any SQLDatabase, _ keys: AppKeyFile
    ) -> any AttemptBook {
        guard place.server != nil else { return MemoryAttempts() }
        let key = SymmetricKey(
            data: HMAC<SHA256>.authenticationCode(
                for: Array("ruta-attempts-1".utf8), using: SymmetricKey(data: keys.smsSecret)))
        return StoredAttempts(on: database) { text in
            HexText.text(of: HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
        }
    }

    /// What the app shares with the rest of the house.
    private struct AppParts {
        let journal: StoredCaseJournal
        let units: StoredAccounts
        let log: any AuditLog
        let desk: CaseDesk
    }
}
