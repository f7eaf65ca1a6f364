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
