import CaseRegister
import ReferralDomain
import Storage
import Web

/// Everything that a house tells of its work, as figures that Prometheus reads: no id and no word of a person.
struct HouseFigures: Sendable {
    let requests: RequestFigures
    let database: MeteredDatabase
    let onServer: Bool
    let clock: @Sendable () -> Instant

    /// The figures in the text format of Prometheus; a database that does not answer leaves its own ones out.
    func text() async -> String {
        let now = clock().millisecondsSinceEpoch
        let pulse = try? await RegisterPulse(of: database, onServer: onServer, at: now)
        let counted = database.figures
        var lines = Self.line(
            "ruta_database_up", "Whether the database answers.", "gauge", pulse == nil ? 0 : 1)
        lines += Self.line(
            "ruta_writes_stopped", "Whether a storage error stopped all writes.", "gauge",
            database.stoppedBy == nil ? 0 : 1)
        lines += Self.counters(counted)
        if let pulse { lines += Self.gauges(pulse, now) }
        return lines.joined(separator: "\n") + "\n" + requests.text()
    }

    private static func counters(_ counted: MeteredDatabase.Figures) -> [String] {
        let kind = "counter"
        return line("ruta_commits_total", "Writes that are on the disk.", kind, counted.commits)
            + line("ruta_failed_writes_total", "Writes that were refused.", kind, counted.failedWrites)
            + line("ruta_write_seconds_total", "Waiting for writes.", kind, seconds(counted.writeNanoseconds))
            + line("ruta_reads_total", "Reads that were answered.", kind, counted.reads)
            + line("ruta_failed_reads_total", "Reads that were refused.", kind, counted.failedReads)
            + line("ruta_read_seconds_total", "Waiting for reads.", kind, seconds(counted.readNanoseconds))
    }

    private static func gauges(_ pulse: RegisterPulse, _ now: Int64) -> [String] {
        let age = { (since: Int64?) in Double(since.map { max(0, now - $0) } ?? 0) / 1_000 }
        let kind = "gauge"
        return line("ruta_journal_entries", "Entries of the journal.", kind, pulse.head?.position ?? 0)
            + line("ruta_queue_cases", "Open cases that nobody has taken.", kind, pulse.waiting)
            + line(
                "ruta_queue_oldest_seconds", "How long the oldest of them waits.", kind,
                age(pulse.oldestWaitingMilliseconds))
            + line("ruta_ladder_due", "Rungs of the ladder that are due.", kind, pulse.dueRungs)
            + line(
                "ruta_ladder_late_seconds", "Since when the oldest of them is due.", kind,
                age(pulse.oldestRungMilliseconds))
    }

    private static func line(
        _ name: String, _ help: String, _ kind: String, _ value: some Numeric
    ) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) \(kind)", "\(name) \(value)"]
    }

    private static func seconds(_ nanoseconds: UInt64) -> Double { Double(nanoseconds) / 1e9 }
}
