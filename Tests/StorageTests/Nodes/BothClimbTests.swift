import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

/// Two nodes whose clocks both say that a rung is due, and that have both read the case before either has written.
struct BothClimbTests {
    @Test(arguments: DatabaseKind.allCases)
    func `two nodes that both find a rung due append one event`(kind: DatabaseKind) async throws {
        try await kind.withDatabase { _, stranger in
            let rules = try RealRules.rules()
            let (one, other) = (try stranger.program(), try stranger.program())
            let journals = [
                try StoredCaseJournal(underRealRules: one), try StoredCaseJournal(underRealRules: other),
            ]
            let opened = Instant(millisecondsSinceEpoch: 1_795_000_000_000)
            let id = try await journals[0].record(
                try Reports.report(1), stamp: .street(at: opened.millisecondsSinceEpoch)
            ).id
            // An hour late, and the other node's clock two minutes off.
            let clocks = [opened.adding(milliseconds: 3_600_000), opened.adding(milliseconds: 3_720_000)]
            let meeting = Meeting(of: 2)
            let climbed = try await withThrowingTaskGroup(of: Int.self) { group in
                for (journal, clock) in zip(journals, clocks) {
                    group.addTask {
                        try await LadderKeeper(
                            journal: ReadTogether(journal: journal, meeting: meeting), lists: journal,
                            rules: { rules }, clock: { clock }
                        ).sweep(most: 10)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let history = try await journals[0].history(of: id)
            let rungs = history.compactMap { recorded -> String? in
                guard case .file(.ladderClimbed(let duty, let rung)) = recorded.event else { return nil }
                return "\(duty) \(rung)"
            }
            #expect(!rungs.isEmpty, "something must have been due")
            #expect(Set(rungs).count == rungs.count, "\(rungs)")
            #expect(climbed.filter { $0 > 0 }.count == 1, "one of them was overtaken: \(climbed)")
            #expect(try await journals[1].verifyChain() == nil)
            try one.close()
            try other.close()
        }
    }
}

/// Where so many wait for each other, once.
private actor Meeting {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(of count: Int) { missing = count }

    func arrive() async {
        missing -= 1
        if missing > 0 { return await withCheckedContinuation { waiting.append($0) } }
        for one in waiting { one.resume() }
        waiting = []
    }
}

/// A journal whose readers go on only when all of them have read.
private struct ReadTogether: CaseJournal {
    let journal: StoredCaseJournal
    let meeting: Meeting

    func history(of id: CaseID) async throws(JournalFault) -> [RecordedEvent] {
        let history = try await journal.history(of: id)
        await meeting.arrive()
        return history
    }

    func caseID(of reference: CaseReference) async throws(JournalFault) -> CaseID? {
        try await journal.caseID(of: reference)
    }

    func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) async throws(AppendFailure) -> Int {
        try await journal.append(events, to: id, after: expected, stamp: stamp)
    }
}
