import CaseRegister

extension Words {
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
        case .other(let code): Words[.serveStorageOther, ["path": path, "code": code]]
        }
    }
}
