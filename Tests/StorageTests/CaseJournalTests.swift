import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

/// What is appended to a case is there, once, whole and in order.
struct CaseJournalTests {
    @Test(arguments: DatabaseKind.allCases)
    func `what is appended is read back with both of its times`(kind: DatabaseKind) async throws {
        try await kind.withJournal { journal, _, _ in
            let receipt = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            let events = try Self.claim() + Self.note(declaredAt: 7)
            let stamp = Stamp(
                actor: try ActorID(reading: "operator-1"), instant: Instant(millisecondsSinceEpoch: 9))
            #expect(try await journal.append(events, to: receipt.id, after: 1, stamp: stamp) == 3)

            let history = try await journal.history(of: receipt.id)
            #expect(history.dropFirst().map { NewEvent($0.event, declaredAt: $0.declaredAt) } == events)
            #expect(history.map(\.version) == [1, 2, 3])
            #expect(history.last?.stamp == stamp)
            #expect(try await journal.caseID(of: receipt.reference) == receipt.id)
            #expect(try await journal.verifyChain() == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases, [0, 2, 7])
    func `an act on another version is refused with the version that stands`(
        kind: DatabaseKind, expected: Int
    ) async throws {
        try await kind.withJournal { journal, _, _ in
            let receipt = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            await #expect(throws: AppendFailure.overtaken(stands: 1)) {
                try await journal.append(
                    try Self.claim(), to: receipt.id, after: expected, stamp: .street(at: 2))
            }
            #expect(try await journal.history(of: receipt.id).count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `of two writers on one version one wins and the other is told`(kind: DatabaseKind) async throws {
        try await kind.withDatabase { database, stranger in
            let databases = [database, try stranger.program()]
            let journals = try databases.map { try StoredCaseJournal(on: $0) }
            let id = try await journals[0].record(try Reports.report(1), stamp: .street(at: 1)).id
            for version in 1...20 {
                let outcomes = await withTaskGroup(of: Result<Int, AppendFailure>.self) { group in
                    for journal in journals {
                        group.addTask {
                            do throws(AppendFailure) {
                                return .success(
                                    try await journal.append(
                                        Self.note(declaredAt: nil), to: id, after: version,
                                        stamp: .street(at: 2)))
                            } catch {
                                return .failure(error)
                            }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.contains(.success(version + 1)))
                #expect(outcomes.contains(.failure(.overtaken(stands: version + 1))))
            }
            #expect(try await journals[1].history(of: id).count == 21)
            #expect(try await journals[0].verifyChain() == nil)
            try databases[1].close()
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `an act whose lists cannot be written leaves nothing half`(kind: DatabaseKind) async throws {
        try await kind.withJournal { journal, database, stranger in
            let id = try await journal.record(try Reports.report(1), stamp: .street(at: 1)).id
            try stranger.refuse("DELETE", of: "referral_row")
            try stranger.plant(
                """
                INSERT INTO referral_row
                VALUES ('\(id.text)', '\(id.text)', 0, 's', 'i', NULL, 'sent', 1, NULL, 1, NULL, NULL, NULL)
                """)
            await #expect(throws: AppendFailure.self) {
                try await journal.append(try Self.claim(), to: id, after: 1, stamp: .street(at: 2))
            }
            #expect(try await journal.history(of: id).count == 1)
            #expect(try await journal.head()?.position == 1)
            #expect(database.stoppedBy == nil, "what failed is not the disk")
        }
    }

    @Test(arguments: DatabaseKind.allCases, 1...8 as ClosedRange<UInt64>)
    func `lists made anew equal the lists that grew`(kind: DatabaseKind, seed: UInt64) async throws {
        try await kind.withJournal { journal, database, _ in
            var dice = Dice(seed: seed)
            for number in 1...12 {
                let id = try await journal.record(try Reports.report(number), stamp: .street(at: 1)).id
                var version = 1
                for batch in try RandomHistory.batches(with: &dice) {
                    version = try await journal.append(batch, to: id, after: version, stamp: .street(at: 2))
                }
            }
            let grown = try await database.lists()
            try await journal.rebuildProjections()
            #expect(try await database.lists() == grown)
            try await journal.refreshObligations()
            #expect(try await database.lists() == grown)
            #expect(try await journal.verifyChain() == nil)
            #expect(grown.contains { !$0.isEmpty })
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `another catalogue makes what is owed anew when the file is opened`(kind: DatabaseKind) async throws
    {
        try await kind.withJournal { journal, database, stranger in
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            try stranger.plant("UPDATE case_row SET level = 'green', is_open = 1")
            _ = try StoredCaseJournal(on: database, rules: .none)
            #expect(try await journal.queue(of: "150101", from: 0, most: 1).first?.level == "green")
            _ = try StoredCaseJournal(on: database, rules: .another)
            #expect(try await journal.queue(of: "150101", from: 0, most: 1).first?.level == "orange")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a case moves to the queue of who took it, and leaves it when it is closed`(kind: DatabaseKind)
        async throws
    {
        try await kind.withJournal { journal, _, _ in
            let id = try await journal.record(try Reports.report(1), stamp: .street(at: 1)).id
            #expect(try await journal.queue(of: "150101", from: 0, most: 9).map(\.id) == [id])
            _ = try await journal.append(try Self.claim(), to: id, after: 1, stamp: .street(at: 2))
            let state = CaseState(after: try await journal.history(of: id))
            let rows = try #require(state.rows(of: id, under: .none))
            #expect(try await journal.queue(of: rows.standsIn, from: 0, most: 9) == [rows.queue])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a report without a district stands in the queue of Lima`(kind: DatabaseKind) async throws {
        try await kind.withJournal { journal, _, _ in
            let id = try await journal.record(try Reports.report(3), stamp: .street(at: 1)).id
            #expect(try await journal.queue(of: "150101", from: 0, most: 9).map(\.id) == [id])
        }
    }

    private static func claim() throws -> [NewEvent] {
        [NewEvent(.file(.claimed(by: try UnitID(reading: "central-150135"), municipality: "150135")))]
    }

    private static func note(declaredAt: Int64?) -> [NewEvent] {
        [
            NewEvent(
                .file(.wordReceived(obligation: "claim")),
                declaredAt: declaredAt.map(Instant.init(millisecondsSinceEpoch:)))
        ]
    }
}

extension ProtocolRules {
    /// The same under another hash.
    fileprivate static let another = ProtocolRules(
        catalogHash: "another", timeRules: [:], duties: [],
        ladder: .init(rungs: [:], goals: [:], keepInLoopMilliseconds: 0),
        calendar: OfficeCalendar(holidays: []),
        lists: .init(codes: [:], implicated: [:], centre: "serenazgo", dataKeeper: "municipality"))
}
