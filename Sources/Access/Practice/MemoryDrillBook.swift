public import CaseRegister
import Synchronization

/// A book of drills that lives as long as the program: for tests.
public final class MemoryDrillBook: DrillBook {
    // A class, because every reader sees what any writer wrote.
    private let kept = Mutex<[DrillResult]>([])

    public init() {}

    public func keep(_ result: DrillResult) async throws(JournalFault) -> DrillResult {
        kept.withLock { kept in
            if let known = kept.first(where: { $0.id == result.id }) { return known }
            kept.append(result)
            return result
        }
    }

    public func results(of shift: ShiftCode) async throws(JournalFault) -> [DrillResult] {
        kept.withLock { kept in
            kept.filter { $0.shift == shift }.sorted { ($0.endedAt, $0.id.text) < ($1.endedAt, $1.id.text) }
        }
    }

    public func newest(_ most: Int) async throws(JournalFault) -> [DrillResult] {
        kept.withLock { kept in
            Array(
                kept.sorted { ($1.endedAt, $1.id.text) < ($0.endedAt, $0.id.text) }.prefix(most))
        }
    }
}
