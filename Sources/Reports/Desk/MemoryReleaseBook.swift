public import CaseRegister
import Synchronization

/// A book of releases that lives as long as the program: for tests.
public final class MemoryReleaseBook: ReleaseBook {
    // A class, because every reader sees what any writer wrote.
    private let kept = Mutex<[FigureRelease]>([])

    public init() {}

    public func releases() async throws(JournalFault) -> [FigureRelease] { kept.withLock { $0 } }

    public func propose(_ release: FigureRelease) async throws(JournalFault) -> Bool {
        kept.withLock { kept in
            if kept.contains(where: { $0.id == release.id }) { return true }
            let budget = Self.budget(kept, release.period.year)
            guard !kept.contains(where: { $0.discarded == nil && $0.period.overlaps(release.period) }),
                release.figures.open == nil || budget.permits(OpenPack.cost)
            else { return false }
            kept.append(release)
            return true
        }
    }

    public func approve(
        _ id: RecordID<FigureRelease>, _ stamp: Stamp
    ) async throws(JournalFault) -> Bool {
        change(id) { $0.approved = stamp }
    }

    public func discard(
        _ id: RecordID<FigureRelease>, _ stamp: Stamp
    ) async throws(JournalFault) -> Bool {
        change(id) { $0.discarded = stamp }
    }

    public func spent(in year: Int) async throws(JournalFault) -> PrivacyBudget {
        kept.withLock { Self.budget($0, year) }
    }

    private func change(_ id: RecordID<FigureRelease>, _ change: (inout FigureRelease) -> Void) -> Bool {
        kept.withLock { kept in
            guard let place = kept.firstIndex(where: { $0.id == id && $0.isWaiting }) else { return false }
            change(&kept[place])
            return true
        }
    }

    private static func budget(_ kept: [FigureRelease], _ year: Int) -> PrivacyBudget {
        let packs = kept.count { $0.figures.open != nil && $0.period.year == year }
        return PrivacyBudget(spent: .init(packs * OpenPack.cost.count))
    }
}
