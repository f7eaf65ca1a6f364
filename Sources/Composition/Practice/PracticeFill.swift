public import CaseRegister
public import Catalog
public import ReferralDomain
import Reports
import Storage

/// Fills an empty database with an invented town.
public struct PracticeFill: Sendable {
    private let catalog: ProtocolCatalog
    private let cases: Int
    private let seed: UInt64
    private let now: Instant
    /// How many cases were opened in the four quarters before this one.
    public var earlier = 0

    public init(_ catalog: ProtocolCatalog, cases: Int, seed: UInt64, now: Instant) {
        self.catalog = catalog
        self.cases = cases
        self.seed = seed
        self.now = now
    }

    /// Why a database was not filled.
    public enum Failure: Error, Equatable {
        /// There are cases in it already, which may be real.
        case notEmpty
        case fault(JournalFault)
        case generator
    }

    /// Writes the town and makes its lists; returns how many events it has.
    public func run(at place: RegisterPlace) async throws(Failure) -> Int {
        do {
            return try await fill(place)
        } catch let failure as Failure {
            throw failure
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .generator
        }
    }

    private func fill(_ place: RegisterPlace) async throws -> Int {
        let database = try place.open()
        let (rules, now) = (ProtocolRules(catalog), now)
        let journal = try StoredCaseJournal(
            on: database, digest: Fingerprint.sha256, random: SystemRandom(), rules: { rules }, clock: { now }
        )
        // Real accounts are found before the first real case: their house must not become one of practice.
        let isNew = try await StoredAccounts(on: database).units().isEmpty
        guard try await journal.head() == nil, isNew else { throw Failure.notEmpty }
        try await journal.markAsPractice()
        var town = PracticeTown(
            seed: seed, catalog: .init(version: catalog.edition.version, hash: catalog.hash),
            duties: rules.duties.filter(\.months.isEmpty).map(\.id))
        try await fillEarlier(&town, journal)
        let start = now.adding(
            milliseconds: -Int64(min(Self.mostDays, max(Self.leastDays, cases / Self.casesADay))) * 86_400_000
        )
        for first in stride(from: 0, to: cases, by: Self.batch) {
            let numbers = first..<min(first + Self.batch, cases)
            try await journal.copyIn(
                try town.cases(
                    numbers, of: cases, from: start, to: now,
                    lastOpen: min(cases, max(Self.leastOpen, cases / Self.shareOpen))))
        }
        let events = try await journal.rebuildProjections()
        try database.close()
        return events
    }

    /// The last four quarters that are over.
    private func fillEarlier(_ town: inout PracticeTown, _ journal: StoredCaseJournal) async throws {
        guard let last = FigurePeriod(of: now)?.before, let first = last.before?.before?.before else {
            return
        }
        for number in stride(from: 0, to: earlier, by: Self.batch) {
            try await journal.copyIn(
                try town.earlierCases(
                    number..<min(number + Self.batch, earlier), of: earlier, from: first.start, to: last.end))
        }
    }

    /// How many cases are written in one transaction.
    private static let batch = 1_000
    private static let leastDays = 2
    private static let casesADay = 20
    private static let mostDays = 730
    private static let leastOpen = 60
    /// One case of so many is open.
    private static let shareOpen = 80
}
