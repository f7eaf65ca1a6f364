public import Access
public import CaseRegister
public import Documents

/// What the screens ask of the house, each given by the composition.
public struct WebPorts: Sendable {
    /// Where street reports go.
    public let reports: any ReportJournal
    /// What the pages behind the entry need; nil where nobody can enter.
    public let staff: StaffPorts?
    /// What the street app needs; nil where no phone is served.
    public var app: AppPorts?
    /// What keeps the house from serving; nil where nobody watches it.
    public var readiness: (@Sendable () async -> [ReadinessFault])?
    /// What makes PDFs of papers; nil where papers are printed by the browser only.
    public var press: (any PaperPress)?
    /// What a practice house needs; nil in a real one.
    public var practice: PracticePorts?
    /// Where requests are counted; nil counts none.
    public var figures: RequestFigures?

    public init(reports: any ReportJournal, staff: StaffPorts? = nil) {
        self.reports = reports
        self.staff = staff
    }
}

/// What the pages behind the entry need.
public struct StaffPorts: Sendable {
    public let door: any Door
    public let desk: CaseDesk
    public let lists: any CaseLists
    public let journal: any CaseJournal
    public let units: any UnitBook
    /// The rules of the catalogue in force.
    public let rules: @Sendable () -> ProtocolRules
    /// What acknowledgements and receipts need; nil where there is no key to sign with.
    public var loop: LoopPorts?
    /// What sealing and opening need; nil where nothing can be sealed.
    public var vault: VaultPorts?
    /// How people enter, and who has an account; nil where sessions come from elsewhere.
    public var accounts: AccountPorts?
    /// Where tries at codes, links and receipts are counted.
    public var attempts: any AttemptBook = MemoryAttempts()
    /// How fast one session may ask; nil counts nothing.
    public var pace: RequestPace?
    /// Whether the journal grew, so that open queues follow; nil where only their counts are compared.
    public var growth: (any GrowthWatch)?
    /// What those who keep the house need; nil where their pages do not exist.
    public var keeping: KeepingPorts?
    /// Figures and open data; nil where their pages do not exist.
    public var figures: FigurePorts?
    /// The messages that leave the house and where they go; nil where their pages do not exist.
    public var messages: MessagePorts?
    /// The keys with which programs ask; nil where no program is let in.
    public var tokens: APITokenDesk?

    public init(
        door: any Door, units: any UnitBook, journal: any CaseJournal, lists: any CaseLists, desk: CaseDesk,
        rules: @escaping @Sendable () -> ProtocolRules
    ) {
        self.door = door
        self.units = units
        self.journal = journal
        self.lists = lists
        self.desk = desk
        self.rules = rules
    }
}

/// What the closed loop needs: acknowledgements without an account, and signed receipts.
public struct LoopPorts: Sendable {
    public let acknowledgements: AcknowledgementDesk
    public let receipts: ReceiptDesk

    public init(acknowledgements: AcknowledgementDesk, receipts: ReceiptDesk) {
        self.acknowledgements = acknowledgements
        self.receipts = receipts
    }
}

/// What sealing and opening need: the vault, and the keys to which it wraps.
public struct VaultPorts: Sendable {
    public let vault: Vault
    public let keys: any UnitKeys
    /// By which images come in; nil where none is taken.
    public let images: (any ImageDoor)?

    public init(vault: Vault, keys: any UnitKeys, images: (any ImageDoor)? = nil) {
        self.images = images
        self.vault = vault
        self.keys = keys
    }
}
