import Access
import CaseRegister
import Catalog
import Storage
import Synchronization

/// The rules that cases are judged by: those of the catalogue, with our own times as they were changed since.
///
/// A class, because a change that two people have said is in force for everybody at once, without a restart.
final class RulesInForce: Sendable {
    private let published: ProtocolRules
    private let book: StoredLadderBook
    private let now: Mutex<ProtocolRules>

    /// - Throws: what keeps the book from being read.
    init(_ catalog: ProtocolCatalog, on database: any SQLDatabase) throws(JournalFault) {
        published = ProtocolRules(catalog)
        book = StoredLadderBook(on: database)
        now = Mutex(published.applying(try book.changesAtStart()))
    }

    var rules: ProtocolRules { now.withLock { $0 } }

    /// Reads the book again, and computes anew what cases owe where it has changed.
    func follow(for journal: StoredCaseJournal) async throws(JournalFault) {
        let fresh = published.applying(try await book.changes())
        let isNew = now.withLock { now in
            guard now.ladder != fresh.ladder else { return false }
            now = fresh
            return true
        }
        if isNew { try await journal.refreshObligations() }
    }
}

extension ProtocolRules {
    /// The same rules with the times of the ladder that two people have changed; no term of law is among them.
    func applying(_ changes: [LadderChange]) -> ProtocolRules {
        var (rungs, goals, edition) = (ladder.rungs, ladder.goals, "")
        for (kind, change) in changes.inForce.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            edition += " \(kind.rawValue)-\(change.version)"
            guard let times = change.times else { continue }
            rungs[kind] = times.rungs
            // Where the catalogue has no goal a rule of time gives the term: that is law, and stays.
            if goals[kind] != nil, let goal = times.goal { goals[kind] = goal }
        }
        return replacing(
            Ladder(
                rungs: rungs, goals: goals, keepInLoopMilliseconds: ladder.keepInLoopMilliseconds,
                edition: edition))
    }
}
