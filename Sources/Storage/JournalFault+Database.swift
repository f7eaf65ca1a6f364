import CaseRegister
import GRDB

extension JournalFault {
    /// The fault behind an error of the database.
    init(_ error: any Error) {
        switch error {
        case let fault as JournalFault: self = fault
        case let error as DatabaseError: self.init(error.extendedResultCode)
        case let error as PostgresError: self = error.fault
        case is CancellationError: self = .other(code: "cancelled")
        default: self = .other(code: "unexpected")
        }
    }

    private init(_ code: ResultCode) {
        switch code.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .locked
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
        default: self = .other(code: "sqlite-\(code.rawValue)")
        }
    }

    /// Whether an error of a write means that the disk can no longer be trusted.
    ///
    /// After a failed `fsync` SQLite refuses that one commit and then acknowledges later ones, although the
    /// pages may be gone. A database that is merely locked is none of this: it may be tried again.
    static func isOfStorage(_ error: any Error) -> Bool {
        switch error {
        case JournalFault.damaged, JournalFault.diskFull: true
        case let error as PostgresError: error.isOfStorage
        case let error as DatabaseError:
            error.extendedResultCode == .SQLITE_READONLY_DBMOVED
                || storageCodes.contains(error.extendedResultCode.primaryResultCode)
        default: false
        }
    }

    private static let storageCodes: [ResultCode] = [
        .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN,
    ]
}
