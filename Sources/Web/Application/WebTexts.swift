import Catalog
import Standards

/// Every word that the screens need, for the check of the catalogue.
public enum WebTexts {
    /// The keys that `Catalog/texts` must have, no more and no fewer.
    public static let requiredKeys: [String] =
        keys(of: CommonText.self) + keys(of: StreetText.self) + keys(of: StartText.self)
        + keys(of: CallsText.self) + keys(of: SeenText.self) + keys(of: SentText.self)
        + keys(of: AppText.self)
        + keys(of: DirectoryText.self) + keys(of: ManualText.self) + keys(of: ReceiptText.self)
        + keys(of: StaffText.self) + keys(of: DeskText.self) + keys(of: FaultText.self)
        + keys(of: NeutralText.self) + keys(of: AccessibilityText.self) + keys(of: ReadyText.self)
        + keys(of: InboxText.self)
        + keys(of: InboxReferralText.self)
        + keys(of: ReceiptCardText.self) + keys(of: AcknowledgementText.self) + keys(of: ProofText.self)
        + keys(of: VerificationText.self) + keys(of: ReportsText.self) + keeperKeys + entryKeys
        + controlKeys + paperKeys + practiceKeys

    private static let practiceKeys: [String] =
        keys(of: PracticeText.self) + keys(of: CourseText.self) + keys(of: MeasuresText.self)
        + keys(of: CertificateText.self)

    private static let controlKeys: [String] =
        keys(of: CaseText.self) + keys(of: FactText.self) + keys(of: ThreadText.self)
        + keys(of: QueueText.self)
        + keys(of: PersonText.self) + keys(of: ReferText.self) + keys(of: VaultText.self)
        + keys(of: SignatureText.self) + keys(of: HandoverText.self) + keys(of: EmergencyText.self)
        + keys(of: RevealText.self) + keys(of: ImageText.self) + keys(of: SearchText.self)
        + keys(of: IntakeText.self)

    private static let paperKeys: [String] =
        keys(of: PaperText.self) + keys(of: FichaText.self) + keys(of: LetterText.self)
        + keys(of: DeliveryText.self) + keys(of: IdentityText.self) + keys(of: CardText.self)
        + keys(of: BringingText.self) + keys(of: StreetSheetText.self) + keys(of: ShiftReportText.self)
        + keys(of: CommissionText.self) + keys(of: DossierText.self) + keys(of: IncidentText.self)

    private static let entryKeys: [String] =
        keys(of: EnterText.self) + keys(of: InvitationText.self) + keys(of: AccountText.self)
        + keys(of: AccountsText.self)

    private static let keeperKeys: [String] =
        keys(of: BoardText.self) + keys(of: BoardCaseText.self) + keys(of: PlacesText.self)
        + keys(of: LogText.self) + keys(of: LogActText.self) + keys(of: ReviewsText.self)
        + keys(of: DirectoryCareText.self)
        + keys(of: LadderText.self) + keys(of: DevicesText.self) + keys(of: AppShellText.self)
        + keys(of: FiguresText.self) + keys(of: FigureReleaseText.self) + keys(of: OpenDataText.self)
        + keys(of: MessagesText.self) + keys(of: ChannelsText.self) + keys(of: PushText.self)
        + keys(of: KeysText.self) + keys(of: APIText.self) + keys(of: StandardText.self)

    private static func keys<Key: TextKey>(of screen: Key.Type) -> [String] {
        screen.allCases.map(\.rawValue)
    }
}
