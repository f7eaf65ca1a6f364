public import CaseRegister
import Synchronization

/// A book of the directory that lives as long as the program: for tests and for a town of practice.
public final class MemoryDirectoryBook: DirectoryBook {
    // A class, because every reader sees what any writer wrote.
    private let kept = Mutex(Kept())

    private struct Kept {
        var calls: [ContactCall] = []
        var changes: [NumberChange] = []
    }

    public init() {}

    public func record(_ call: ContactCall) async throws(JournalFault) {
        kept.withLock { kept in
            if !kept.calls.contains(where: { $0.id == call.id }) { kept.calls.append(call) }
        }
    }

    public func calls() async throws(JournalFault) -> [ContactCall] {
        kept.withLock { $0.calls.sorted { ($0.at, $0.id.text) < ($1.at, $1.id.text) } }
    }

    public func changes() async throws(JournalFault) -> [NumberChange] {
        kept.withLock { $0.changes.sorted { ($0.contact, $0.version) < ($1.contact, $1.version) } }
    }

    public func change(_ change: NumberChange) async throws(JournalFault) -> Bool {
        kept.withLock { kept in
            if kept.changes.contains(where: { $0.id == change.id }) { return true }
            let last = kept.changes.filter { $0.contact == change.contact }.map(\.version).max() ?? 0
            guard change.version == last + 1 else { return false }
            kept.changes.append(change)
            return true
        }
    }

    public func confirm(
        _ change: RecordID<NumberChange>, _ stamp: Stamp
    ) async throws(JournalFault) -> Bool {
        kept.withLock { kept in
            let found = kept.changes.firstIndex { $0.id == change && $0.confirmed == nil }
            guard let found else { return false }
            kept.changes[found] = kept.changes[found].confirmed(stamp)
            return true
        }
    }
}
