public import Access
public import CaseRegister
import JSON
public import ReferralDomain
import Sealing

/// Where figures are made and published: the coordinator proposes, the privacy officer approves, nobody does both.
///
/// The true counts live for the length of one proposal and are kept nowhere: what waits for the second person is what
/// would be published, and nothing else.
public struct ReleaseDesk: Sendable {
    public let book: any ReleaseBook
    private let archive: any CaseArchive
    private let random: any RandomSource
    private let digest: Digest
    private let now: @Sendable () -> (Instant, ProtocolRules)
    private let places: (districts: [String], institutions: [String])

    /// - Parameter now: the time, and the rules by which duties are judged then.
    public init(
        book: any ReleaseBook, archive: any CaseArchive,
        chance: (random: any RandomSource, digest: Digest),
        places: (districts: [String], institutions: [String]),
        now: @escaping @Sendable () -> (Instant, ProtocolRules)
    ) {
        self.book = book
        self.archive = archive
        random = chance.random
        digest = chance.digest
        self.places = places
        self.now = now
    }

    /// What may still be proposed at this moment: the last quarters that are over.
    public func openPeriods() async throws(ReleaseRefusal) -> [FigurePeriod] {
        let releases: [FigureRelease]
        do { releases = try await book.releases() } catch { throw .fault(error) }
        var period = FigurePeriod(of: now().0)?.before
        var open: [FigurePeriod] = []
        for _ in 0..<Self.quarters {
            guard let quarter = period else { break }
            if !releases.contains(where: { $0.discarded == nil && $0.period.overlaps(quarter) }) {
                open.append(quarter)
            }
            period = quarter.before
        }
        return open
    }

    /// Counts a period and proposes what of it may be published. The same id again is the same proposal.
    public func propose(
        _ id: RecordID<FigureRelease>, of period: FigurePeriod, by visitor: Visitor
    ) async throws(ReleaseRefusal) {
        let stamp = try stamp(visitor, as: .coordinator)
        try await propose(id, of: period, stamp)
    }

    /// Publishes a proposal, as the second person.
    public func approve(
        _ id: RecordID<FigureRelease>, by visitor: Visitor
    ) async throws(ReleaseRefusal) {
        let stamp = try stamp(visitor, as: .privacyOfficer)
        do {
            guard try await book.approve(id, stamp) else { throw ReleaseRefusal.overtaken }
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .overtaken
        }
    }

    /// Takes a proposal back, as either of the two.
    public func discard(
        _ id: RecordID<FigureRelease>, by visitor: Visitor
    ) async throws(ReleaseRefusal) {
        let role = visitor.acting.role == .coordinator ? Role.coordinator : .privacyOfficer
        let stamp = try stamp(visitor, as: role)
        do {
            guard try await book.discard(id, stamp) else { throw ReleaseRefusal.overtaken }
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .overtaken
        }
    }

    /// Proposes for whoever signs with this stamp.
    func propose(
        _ id: RecordID<FigureRelease>, of period: FigurePeriod, _ stamp: Stamp
    ) async throws(ReleaseRefusal) {
        guard period.end <= stamp.instant else { throw .notOver }
        do {
            let releases = try await book.releases()
            if releases.contains(where: { $0.id == id }) { return }
            let isTaken = releases.contains { $0.discarded == nil && $0.period.overlaps(period) }
            guard !isTaken else { throw ReleaseRefusal.taken }
            let figures = try await count(period, until: stamp.instant)
            let checksum = HexText.text(of: digest(figures.json.bytes(.canonical)))
            let release = FigureRelease(id, figures, checksum: checksum, made: stamp)
            guard try await book.propose(release) else { throw ReleaseRefusal.taken }
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch let refusal as ReleaseRefusal {
            throw refusal
        } catch {
            throw .taken
        }
    }

    private func count(
        _ period: FigurePeriod, until cut: Instant
    ) async throws(JournalFault) -> ReleasedFigures {
        let budget = try await book.spent(in: period.year)
        let scheme = FigureScheme(period, places: places, bodies: .init())
        var count = FigureCount(scheme, until: cut, under: now().1)
        var last: CaseID?
        while true {
            let page = try await archive.cases(
                openedFrom: period.start, before: period.end, from: (last, Self.page))
            for archived in page { count.add(archived.state) }
            guard let end = page.last else { break }
            last = end.id
        }
        return count.released(random: random, isOpen: budget.permits(OpenPack.cost))
    }

    private func stamp(_ visitor: Visitor, as role: Role) throws(ReleaseRefusal) -> Stamp {
        let instant = now().0
        guard visitor.acting.role == role else { throw .notYours }
        guard let fresh = visitor.steppedUpUntil, fresh > instant else { throw .secondFactorOld }
        return Stamp(actor: visitor.acting.account, instant: instant)
    }

    /// How many cases are read at once: some megabytes.
    private static let page = 500
    /// How far back a period may still be proposed.
    private static let quarters = 8
}
