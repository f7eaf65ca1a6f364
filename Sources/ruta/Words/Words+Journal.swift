import CaseRegister
import Composition

extension Words {
    /// What is wrong with an entry of the journal.
    static func of(_ fault: JournalCheck.Fault) -> String {
        switch fault {
        case .gap: Words[.journalGap]
        case .previous: Words[.journalPrevious]
        case .hash: Words[.journalHash]
        case .version: Words[.journalVersion]
        case .ofCase: Words[.journalCase]
        case .payload: Words[.journalPayload]
        case .anchor: Words[.journalAnchor]
        case .cutOff: Words[.journalCutOff]
        }
    }

    /// What the signed ends beside a database say against its journal.
    static func of(_ alarm: JournalAlarm, path: String) -> String {
        switch alarm {
        case .rolledBack(let ends, let signed):
            Words[.journalRolledBack, ["path": path, "ends": String(ends), "signed": String(signed)]]
        case .rewritten(let position):
            Words[.journalRewritten, ["path": path, "position": String(position)]]
        case .foreign: Words[.journalWitnessForeign, ["path": path + JournalRoom.checkpointSuffix]]
        case .unreadable: Words[.journalWitnessUnreadable, ["path": path + JournalRoom.checkpointSuffix]]
        }
    }

    /// Why a journal could not be looked at.
    static func of(_ failure: JournalRoom.Failure, path: String) -> String {
        switch failure {
        case .fault(.damaged): Words[.serveStorageDamaged, ["path": path]]
        case .fault(.locked): Words[.serveStorageLocked, ["path": path]]
        case .fault(.other(let code)): Words[.journalFault, ["path": path, "code": code]]
        case .fault, .unreadable: Words[.journalUnreadable, ["path": path]]
        case .line(let line): Words[.journalLineBad, ["path": path, "line": String(line)]]
        case .checkpoint(.form(let line)):
            Words[.journalCheckpointForm, ["path": path, "line": String(line)]]
        case .checkpoint(.signature(let line)):
            Words[.journalCheckpointSignature, ["path": path, "line": String(line)]]
        case .key: Words[.journalKeyBad]
        }
    }
}
