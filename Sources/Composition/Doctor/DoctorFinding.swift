/// One thing that the doctor looked at, and what was found. Figures and names of files; nothing of a person.
public enum DoctorFinding: Hashable, Sendable {
    /// How long a write takes to reach the disk, in microseconds: nothing speaks against it.
    case syncs(microseconds: Int64)
    /// Only a disk whose cache outlives a power cut is so fast; whether it is one cannot be seen from here.
    case syncsFast(microseconds: Int64)
    /// No disk is so fast: what was called written was not.
    case syncsTooFast(microseconds: Int64)
    /// The folder lies in memory.
    case inMemory(path: String)
    case syncsUnknown(path: String)
    case space(mebibytes: Int64)
    case spaceLow(mebibytes: Int64)
    case spaceUnknown(path: String)
    case clockKept
    case clockNotKept
    case clockUnknown
    /// The clock stands before the newest entry of the journal, by so many seconds.
    case clockBehind(seconds: Int64)
    case keys
    /// The journal is empty: the keys are made when the program starts.
    case keysNotYet
    case keyMissing(path: String)
    case keyOpen(path: String)
    case keyDamaged(path: String)
    /// The ends of the journal were signed with another key.
    case keyForeign(path: String)
    case journal(position: Int64)
    /// Nothing signed can be compared with it.
    case journalUnknown
    case journalContradicted
    case databaseUnreachable(code: String)
    case noDatabase
    case versions(schema: Int, engine: String)
    case schemaOld(found: Int, known: Int)
    case schemaNew(found: Int, known: Int)
    /// How many cases nobody has taken, and how many minutes the oldest of them waits.
    case queues(waiting: Int64, minutes: Int64)
    /// Nothing climbs the ladder: how many rungs are due, and since how many minutes.
    case ladderStands(due: Int64, minutes: Int64)
    case backup(minutes: Int64)
    case backupOld(minutes: Int64)
    case backupMissing(path: String)
    case backupChanged(path: String)
    /// The copy of the list of the shredded lacks so many.
    case tombstonesOld(missing: Int)
    case backupUnknown

    /// What was looked at.
    public enum Subject: String, CaseIterable, Sendable {
        case disk, space, clock, keys, journal, versions, queues, backup
    }

    /// How it is.
    public enum State: String, Sendable {
        case good, bad, unknown
    }

    public var subject: Subject {
        switch self {
        case .syncs, .syncsFast, .syncsTooFast, .inMemory, .syncsUnknown: .disk
        case .space, .spaceLow, .spaceUnknown: .space
        case .clockKept, .clockNotKept, .clockUnknown, .clockBehind: .clock
        case .keys, .keysNotYet, .keyMissing, .keyOpen, .keyDamaged, .keyForeign: .keys
        case .journal, .journalUnknown, .journalContradicted: .journal
        case .databaseUnreachable, .noDatabase, .versions, .schemaOld, .schemaNew: .versions
        case .queues, .ladderStands: .queues
        case .backup, .backupOld, .backupMissing, .backupChanged, .tombstonesOld, .backupUnknown: .backup
        }
    }

    public var state: State {
        switch self {
        case .syncs, .space, .clockKept, .keys, .journal, .versions, .queues, .backup: .good
        case .syncsFast, .syncsUnknown, .spaceUnknown, .clockUnknown, .keysNotYet, .journalUnknown,
            .backupUnknown:
            .unknown
        case .syncsTooFast, .inMemory, .spaceLow, .clockNotKept, .clockBehind, .keyMissing, .keyOpen,
            .keyDamaged, .keyForeign, .journalContradicted, .databaseUnreachable, .noDatabase, .schemaOld,
            .schemaNew, .ladderStands, .backupOld, .backupMissing, .backupChanged, .tombstonesOld:
            .bad
        }
    }
}
