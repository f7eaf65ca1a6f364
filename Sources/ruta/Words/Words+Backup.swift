import Composition
import Sealing

extension Words {
    /// Why a backup cannot be opened.
    static func of(_ fault: BackupFault, path: String) -> String {
        switch fault {
        case .notABackup: Words[.backupNone, ["path": path]]
        case .foreignKey: Words[.backupForeign, ["path": path]]
        case .damaged: Words[.backupDamaged, ["path": path]]
        }
    }

    /// Why nothing was restored.
    static func of(
        _ failure: RestoreRoom.Failure, _ place: RegisterPlace, full: String, increment: String,
        tombstones: String
    ) -> String {
        switch failure {
        case .taken(let path): Words[.restoreTaken, ["path": path]]
        case .backup(let fault): of(fault, path: full)
        case .increment(let fault): of(fault, path: increment)
        case .schema(let found, let known):
            Words[.restoreSchema, ["path": full, "found": String(found), "known": String(known)]]
        case .unrelated: Words[.restoreUnrelated, ["path": full]]
        case .tombstones(let missing):
            Words[.restoreTombstonesOld, ["path": tombstones, "count": String(missing)]]
        case .tombstonesUnreachable: Words[.restoreTombstonesGone, ["path": tombstones]]
        case .differs(let table): Words[.restoreDiffers, ["path": full, "table": table]]
        case .fault(let fault): of(fault, path: place.name)
        }
    }
}
