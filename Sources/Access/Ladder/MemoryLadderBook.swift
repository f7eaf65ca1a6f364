public import CaseRegister
import Synchronization

/// A book of the ladder that lives as long as the program: for tests.
public final class MemoryLadderBook: LadderBook {
    // A class, because every reader sees what any writer wrote.
    private let kept = Mutex<[LadderChange]>([])

    public init() {}

    public func changes() async throws(JournalFault) -> [LadderChange] {
        kept.withLock { kept in
            kept.sorted { ($0.kind.rawValue, $0.version) < ($1.kind.rawValue, $1.version) }
        }
    }

    public func propose(_ change: LadderChange) async throws(JournalFault) -> Bool {
        kept.withLock { kept in
            if kept.contains(where: { $0.id == change.id }) { return true }
            let last = kept.filter { $0.kind == change.kind }.map(\.version).max() ?? 0
            guard change.version == last + 1 else { return false }
            kept.append(change)
            return true
        }
    }

    public func approve(
        _ change: RecordID<LadderChange>, _ stamp: Stamp
    ) async throws(JournalFault) -> Bool {
        kept.withLock { kept in
            guard let place = kept.firstIndex(where: { $0.id == change && $0.approved == nil }) else {
                return false
            }
            let found = kept[place]
            guard !kept.contains(where: { $0.kind == found.kind && $0.version > found.version }) else {
                return false
            }
            kept[place] = found.approved(stamp)
            return true
        }
    }
}
