public import Access
public import CaseRegister

/// What those who keep the house need: the book of the directory, and the trail of the journal.
public struct KeepingPorts: Sendable {
    public let directory: any DirectoryBook
    public let trail: any JournalTrail

    public init(directory: any DirectoryBook, trail: any JournalTrail) {
        self.directory = directory
        self.trail = trail
    }
}
