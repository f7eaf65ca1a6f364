public import CaseRegister
public import Catalog
public import ReferralDomain
import Storage

/// Measures what the register does with a database of practice, without a network around it.
public struct PracticeMeasure: Sendable {
    /// One operation: how often it was done, and how long it took, in microseconds by the clock.
    public struct Figure: Sendable {
        public let name: String
        public let count: Int
        public let median: Int64
        public let p99: Int64
        public let most: Int64
    }

    private let catalog: ProtocolCatalog
    private let now: Instant
    private let rounds: Int

    /// - Parameter rounds: how often each operation is done.
    public init(_ catalog: ProtocolCatalog, now: Instant, rounds: Int) {
        self.catalog = catalog
        self.now = now
        self.rounds = rounds
    }

    /// Measures; writes events of practice into the cases that are open.
    ///
    /// - Throws: where the database cannot be read or written.
    public func run(at place: RegisterPlace) async throws(JournalFault) -> [Figure] {
        do {
            return try await measure(place)
        } catch let fault as JournalFault {
            throw fault
        } catch {
            throw .other(code: "measure")
        }
    }

    private func measure(_ place: RegisterPlace) async throws -> [Figure] {
        let (rules, now) = (ProtocolRules(catalog), now)
        var figures: [Figure] = []
        var database = try place.open()
        func open() throws -> StoredCaseJournal {
            try StoredCaseJournal(
                on: database, digest: Fingerprint.sha256, random: SystemRandom(), rules: { rules },
                clock: { now })
        }
        guard try await open().isPractice() else { throw JournalFault.other(code: "not-practice") }
        figures.append(
            try await figure("open", 10) { _ in
                try database.close()
                database = try place.open()
                _ = try open()
            })
        let journal = try open()
        let cases = try await openCases(journal)
        guard !cases.isEmpty else { throw JournalFault.other(code: "no-open-case") }
        figures += try await lists(journal)
        figures.append(
            try await figure("case", rounds) { number in
                let history = try await journal.history(of: cases[number % cases.count])
                _ = CaseState(after: history).obligations(under: rules)
            })
        let stamp = Stamp(actor: .street, instant: now)
        figures.append(
            try await figure("act", rounds) { number in
                let id = cases[number % cases.count]
                let version = try await journal.history(of: id).count
                let word = NewEvent(.file(.wordReceived(obligation: "practice")))
                _ = try await journal.append([word], to: id, after: version, stamp: stamp)
            })
        figures.append(try await figure("refresh", 3) { _ in try await journal.refreshObligations() })
        try database.close()
        return figures
    }

    private func lists(_ journal: StoredCaseJournal) async throws -> [Figure] {
        let now = now
        guard let unit = try? UnitID(reading: "upe-practica") else { return [] }
        return [
            try await figure("queue", rounds) { number in
                _ = try await journal.queue(of: Self.places[number % Self.places.count], from: 0, most: 50)
            },
            try await figure("queue-count", rounds) { number in
                _ = try await journal.queueCount(of: Self.places[number % Self.places.count], at: now)
            },
            try await figure("inbox", rounds) { _ in _ = try await journal.inbox(of: unit, most: 50) },
            try await figure("board", rounds) { _ in _ = try await journal.board(BoardQuestion(now: now)) },
            try await figure("board-all", rounds) { _ in
                _ = try await journal.board(BoardQuestion(now: now, onlyLate: false, most: 10_000))
            },
            try await figure("board-institutions", rounds) { _ in
                _ = try await journal.boardByInstitution(at: now)
            },
            try await figure("rungs-due", rounds) { _ in _ = try await journal.rungsDue(at: now, most: 100) },
        ]
    }

    private func openCases(_ journal: StoredCaseJournal) async throws -> [CaseID] {
        var found: [CaseID] = []
        for place in Self.places { found += try await journal.queue(of: place, from: 0, most: 200).map(\.id) }
        return found
    }

    private func figure(
        _ name: String, _ count: Int, _ body: (Int) async throws -> Void
    ) async throws -> Figure {
        let clock = ContinuousClock()
        var times: [Int64] = []
        for number in 0..<count {
            let start = clock.now
            try await body(number)
            let (seconds, attoseconds) = (clock.now - start).components
            times.append(seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
        }
        times.sort()
        return Figure(
            name: name, count: count, median: times[count / 2], p99: times[(count * 99 - 1) / 100],
            most: times[count - 1])
    }

    private static let places = ["150101", "150132", "150135", "150110", "150115"]
}
