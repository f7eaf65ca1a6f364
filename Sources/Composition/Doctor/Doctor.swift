import CaseRegister
import Foundation
import ReferralDomain
import Storage

/// Looks at everything that a house stands on, and changes nothing.
public struct Doctor: Sendable {
    private let place: RegisterPlace
    private let backups: String?
    private let disk: DiskProbe
    private let clock: ClockProbe

    /// - Parameter backups: the folder of the backups; nil where nobody said.
    public init(
        of place: RegisterPlace, backups: String?, disk: DiskProbe = .system, clock: ClockProbe = .system
    ) {
        self.place = place
        self.backups = backups
        self.disk = disk
        self.clock = clock
    }

    /// What was found, in the order of the subjects; of a database that does not answer no more than that.
    public func examine() -> [DoctorFinding] {
        let folder = URL(filePath: place.data).deletingLastPathComponent().path(percentEncoded: false)
        let now = clock.now()
        var found = disk.findings(in: folder)
        switch pulse(at: now) {
        case .success(let pulse):
            found.append(clock.finding(newest: pulse.newestMilliseconds))
            found += KeyProbe(place: place).findings(head: pulse.head)
            found.append(version(of: pulse))
            found.append(queues(of: pulse, at: now))
        case .failure(let fault):
            found.append(clock.finding(newest: nil))
            found.append(place.isThere ? .databaseUnreachable(code: fault.word) : .noDatabase)
        }
        found += BackupProbe(data: place.data, folder: backups).findings(at: now)
        return found
    }

    private func pulse(at now: Instant) -> Result<RegisterPulse, JournalFault> {
        guard place.isThere else { return .failure(.other(code: "no-file")) }
        return Result { () throws(JournalFault) in
            try RegisterPulse(
                of: try place.journal(), onServer: place.server != nil, at: now.millisecondsSinceEpoch)
        }
    }

    private func version(of pulse: RegisterPulse) -> DoctorFinding {
        let known = RegisterPulse.known
        if pulse.schema < known { return .schemaOld(found: pulse.schema, known: known) }
        if pulse.schema > known { return .schemaNew(found: pulse.schema, known: known) }
        return .versions(schema: known, engine: pulse.engine)
    }

    private func queues(of pulse: RegisterPulse, at now: Instant) -> DoctorFinding {
        let minutes = { (since: Int64?) in since.map { (now.millisecondsSinceEpoch - $0) / 60_000 } ?? 0 }
        let late = minutes(pulse.oldestRungMilliseconds)
        if late > Self.mostMinutes { return .ladderStands(due: pulse.dueRungs, minutes: late) }
        return .queues(waiting: pulse.waiting, minutes: minutes(pulse.oldestWaitingMilliseconds))
    }

    /// The program climbs every minute; a rung that has been due for longer waits for a program that is not there.
    private static let mostMinutes: Int64 = 10
}

extension JournalFault {
    /// A word for a message and for a log.
    var word: String {
        switch self {
        case .locked: "locked"
        case .readOnly: "read-only"
        case .diskFull: "disk-full"
        case .newerSchema(let found, _): "schema-\(found)"
        case .damaged: "damaged"
        case .stopped: "stopped"
        case .other(let code): code
        }
    }
}
