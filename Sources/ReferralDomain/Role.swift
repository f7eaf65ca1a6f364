/// What an account may be: one role an account, as the vocabulary names them.
public enum Role: String, CaseIterable, Sendable {
    /// A municipal guard: the own reports and their state only.
    case sereno
    /// The control centre of one municipality.
    case `operator`
    /// The municipality's office for women and family, or its DEMUNA.
    case caseManager = "case-manager"
    /// A member of a receiving institution: its own referrals and duties.
    case officer
    /// The technical secretariat of the Commission: duties and clocks, no identities.
    case coordinator
    /// Published tables only.
    case analyst
    /// Accounts, directory, settings; no case content.
    case administrator
    /// The log; no content.
    case auditor
    /// Break-glass reviews and incidents.
    case privacyOfficer = "privacy-officer"
}
