import ArgumentParser
import CaseRegister
import Composition
import ReferralDomain
import Sealing

/// What a backup says of itself, on a page of the command line.
enum BackupPage {
    static func show(_ made: BackupRoom.Made) {
        let key: CommandText = made.isFull ? .backupFull : .backupMore
        Terminal.say(
            Words[
                key,
                [
                    "path": made.path, "head": made.head?.text ?? "0",
                    "rows": Figures.grouped(Int(made.rows)), "bytes": Figures.grouped(Int(made.length)),
                ]])
    }

    static func show(_ outcome: RestoreRoom.Outcome) {
        let made = LimaTime(Instant(millisecondsSinceEpoch: outcome.madeAtMilliseconds))
        Terminal.say(Words[.backupMadeAt, ["time": made.rfc3339]])
        Terminal.say(Words[.databaseHead, ["head": outcome.head?.text ?? "0"]])
        for (table, count) in outcome.rows.sorted(by: { $0.key < $1.key }) {
            Terminal.say(Words[.databaseRows, ["table": table, "count": Figures.grouped(Int(count))]])
        }
    }

    /// The pair in a file, or the end of the command with a reason.
    static func pair(in path: String) throws -> BackupKeyPair {
        do { return try BackupKeys.pair(in: path) } catch { throw refusal(error, path) }
    }

    /// Says why a file of keys cannot be used.
    static func refusal(_ fault: BackupKeys.Fault, _ path: String) -> ExitCode {
        let path = Words.typed(path)
        switch fault {
        case .unreachable: Terminal.warn(Words[.backupKeyUnreachable, ["path": path]])
        case .unreadable: Terminal.warn(Words[.backupKeyUnreadable, ["path": path]])
        case .empty: Terminal.warn(Words[.backupNoRecipient, ["path": path]])
        case .taken: Terminal.warn(Words[.backupKeyTaken, ["path": path]])
        case .fault: Terminal.warn(Words[.cannotWrite, ["path": path]])
        }
        return ExitCode(2)
    }

    /// Says why there is no backup: 75 where another program is at it, 74 else.
    static func refusal(_ fault: JournalFault, folder: String, _ place: RegisterPlace) -> ExitCode {
        switch fault {
        case .locked: Terminal.warn(Words[.backupLocked, ["path": Words.typed(folder)]])
        case .readOnly, .diskFull: Terminal.warn(Words[.cannotWrite, ["path": Words.typed(folder)]])
        case .newerSchema, .damaged, .stopped, .other: Terminal.warn(Words.of(fault, path: place.name))
        }
        return ExitCode(fault == .locked ? 75 : 74)
    }
}
