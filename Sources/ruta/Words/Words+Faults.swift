import CaseRegister
import Composition
import JSON

extension Words {
    /// Why a line was not read as JSON, and where.
    static func of(_ misread: JSON.Misread) -> String {
        let offset = String(misread.offset)
        return switch misread.reason {
        case .duplicateKey: Words[.lineKeyTwice, ["offset": offset]]
        case .notWhole, .outOfRange: Words[.lineNumber, ["offset": offset]]
        case .tooDeep: Words[.lineTooDeep, ["offset": offset]]
        default: Words[.lineNotJSON, ["offset": offset]]
        }
    }

    /// What went wrong with the database, what is safe, and what to do.
    static func of(_ fault: JournalFault, path: String) -> String {
        switch fault {
        case .locked: Words[.serveStorageLocked, ["path": path]]
        case .readOnly: Words[.serveStorageReadOnly, ["path": path]]
        case .diskFull: Words[.serveStorageFull, ["path": path]]
        case .newerSchema(let found, let known):
            Words[.serveStorageNewer, ["path": path, "found": String(found), "known": String(known)]]
        case .damaged: Words[.serveStorageDamaged, ["path": path]]
        case .stopped: Words[.serveStorageOther, ["path": path, "code": "stopped"]]
        case KeyPlace.missing: Words[.serveKeysMissing]
        case PracticeMark.isOfPractice: Words[.serveIsPractice, ["path": path]]
        case PracticeMark.isReal: Words[.serveIsReal, ["path": path]]
        case RestoreRoom.underWay: Words[.restoreHalf, ["path": path]]
        case KeyPlace.other: Words[.serveKeysOther, ["path": path]]
        case .other(let code): Words[.serveStorageOther, ["path": path, "code": code]]
        }
    }
}
