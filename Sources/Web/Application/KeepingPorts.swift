public import Access
public import CaseRegister

/// What those who keep the house need: the book of the directory, the trail of the journal, the log.
public struct KeepingPorts: Sendable {
    public let directory: any DirectoryBook
    public let trail: any JournalTrail
    public let audit: any AuditLog
    /// Makes the file of who did not answer; nil where there is no key to sign it with.
    public var dossiers: DossierMaker?

    public init(directory: any DirectoryBook, trail: any JournalTrail, audit: any AuditLog) {
        self.directory = directory
        self.trail = trail
        self.audit = audit
    }
}
