public import Access
public import CaseRegister

/// What those who keep the house need: the book of the directory, the trail of the journal, the log.
public struct KeepingPorts: Sendable {
    public let directory: any DirectoryBook
    public let trail: any JournalTrail
    public let audit: any AuditLog
    /// Where our own times are changed; nil where they can only be read.
    public var ladder: LadderPorts?
    /// Makes the file of who did not answer; nil where there is no key to sign it with.
    public var dossiers: DossierMaker?

    public init(directory: any DirectoryBook, trail: any JournalTrail, audit: any AuditLog) {
        self.directory = directory
        self.trail = trail
        self.audit = audit
    }
}

/// What the change of the ladder needs: its book, and what puts it in force.
public struct LadderPorts: Sendable {
    public let book: any LadderBook
    /// Puts in force what the book says now.
    public let follow: @Sendable () async throws(JournalFault) -> Void

    public init(
        book: any LadderBook, follow: @escaping @Sendable () async throws(JournalFault) -> Void
    ) {
        self.book = book
        self.follow = follow
    }
}
