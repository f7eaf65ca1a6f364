import Composition

extension Words {
    /// What was looked at, what was found, and what to do.
    static func of(_ finding: DoctorFinding) -> String {
        switch finding {
        case .syncs(let time): Words[.doctorSyncs, ["microseconds": grouped(time)]]
        case .syncsFast(let time): Words[.doctorSyncsFast, ["microseconds": grouped(time)]]
        case .syncsTooFast(let time): Words[.doctorSyncsTooFast, ["microseconds": grouped(time)]]
        case .inMemory(let path): Words[.doctorInMemory, ["path": path]]
        case .space(let free): Words[.doctorSpace, ["mebibytes": grouped(free)]]
        case .spaceLow(let free): Words[.doctorSpaceLow, ["mebibytes": grouped(free)]]
        case .spaceUnknown(let path): Words[.doctorSpaceUnknown, ["path": path]]
        case .syncsUnknown(let path): Words[.doctorSyncsUnknown, ["path": path]]
        case .clockKept: Words[.doctorClockKept]
        case .clockNotKept: Words[.doctorClockNotKept]
        case .clockUnknown: Words[.doctorClockUnknown]
        case .clockBehind(let seconds): Words[.doctorClockBehind, ["seconds": grouped(seconds)]]
        case .journal(let position): Words[.doctorJournal, ["position": grouped(position)]]
        case .journalUnknown: Words[.doctorJournalUnknown]
        case .journalContradicted: Words[.doctorJournalContradicted]
        case .keys: Words[.doctorKeys]
        case .keysNotYet: Words[.doctorKeysNotYet]
        case .keyMissing(let path): Words[.doctorKeyMissing, ["path": path]]
        case .keyOpen(let path): Words[.doctorKeyOpen, ["path": path]]
        case .keyDamaged(let path): Words[.doctorKeyDamaged, ["path": path]]
        case .keyForeign(let path): Words[.doctorKeyForeign, ["path": path]]
        case .databaseUnreachable(let code): Words[.doctorUnreachable, ["code": code]]
        case .noDatabase: Words[.doctorNoDatabase]
        case .versions(let schema, let engine):
            Words[.doctorVersions, ["schema": String(schema), "engine": engine]]
        case .schemaOld(let found, let known):
            Words[.doctorSchemaOld, ["found": String(found), "known": String(known)]]
        case .schemaNew(let found, let known):
            Words[.doctorSchemaNew, ["found": String(found), "known": String(known)]]
        case .queues(let waiting, let minutes):
            Words[.doctorQueues, ["waiting": grouped(waiting), "minutes": grouped(minutes)]]
        case .ladderStands(let due, let minutes):
            Words[.doctorLadderStands, ["due": grouped(due), "minutes": grouped(minutes)]]
        case .backup(let minutes): Words[.doctorBackup, ["minutes": grouped(minutes)]]
        case .backupOld(let minutes): Words[.doctorBackupOld, ["minutes": grouped(minutes)]]
        case .backupMissing(let path): Words[.doctorBackupMissing, ["path": path]]
        case .backupChanged(let path): Words[.doctorBackupChanged, ["path": path]]
        case .tombstonesOld(let missing): Words[.doctorTombstonesOld, ["missing": String(missing)]]
        case .backupUnknown: Words[.doctorBackupUnknown]
        }
    }

    private static func grouped(_ number: Int64) -> String { Figures.grouped(Int(number)) }
}
