import Access
import CaseRegister
import Catalog
import Hummingbird
import HummingbirdTesting
import Logging
import ReferralDomain
import Sealing

@testable import Web

/// The whole site over seven marked cases, each of which is somebody's and nobody else's.
struct MatrixTown: Sendable {
    let cases: TownCases
    let door = FakeDoor()
    let rules: ProtocolRules
    let web: WebApplication
    let all: [MatrixCase]

    static let now = Town.night

    /// - Parameter lists: what the screens read lists from; a test puts one in that leaks.
    init(lists plant: (@Sendable (TownCases) -> any CaseLists)? = nil) async throws {
        let random = SeededSource()
        let catalog = try Town.catalog()
        let rules = StaffTown.rules(of: catalog)
        let cases = TownCases(rules: rules)
        let desk = CaseDesk(journal: cases, rules: { rules }, clock: { Self.now })
        let store = MemoryAcknowledgementStore()
        var staff = StaffPorts(
            door: door, units: FakeUnits(), journal: cases, lists: plant?(cases) ?? cases, desk: desk,
            rules: { rules })
        staff.loop = LoopPorts(
            acknowledgements: AcknowledgementDesk(
                desk: desk, store: store, keys: FakeUnitKeys(), random: random, clock: { Self.now }),
            receipts: ReceiptDesk(
                journal: cases, hashes: FakeHashes(), book: store,
                signer: try ReceiptSigner(seed: SigningSeed(random: Array(repeating: 9, count: 32)))))
        staff.accounts = Self.accounts(random)
        staff.keeping = KeepingPorts(
            directory: MemoryDirectoryBook(), trail: EmptyTrail(),
            audit: MemoryAuditLog(digest: { Array($0.prefix(32)) }))
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        web = WebApplication(
            catalog: catalog, ports: WebPorts(reports: MemoryJournal(random: random), staff: staff),
            clock: { Self.now }, random: random, logger: logger)
        self.cases = cases
        self.rules = rules
        all = try await Self.open(in: cases)
    }

    /// Own, of another municipality, with implicated police, with implicated guards, of a guard of ours,
    /// of nowhere, and with a broken glass.
    private static func open(in cases: TownCases) async throws -> [MatrixCase] {
        func unit(_ member: StaffMember) -> UnitID { member.acting.unit }
        let own = MatrixCase(1, units: [unit(.protection), unit(.prosecutor)])
        let other = MatrixCase(2, units: [unit(.victims), unit(.womenCentre)])
        let police = MatrixCase(3, units: [unit(.police), unit(.protection)])
        let guards = MatrixCase(4, units: [unit(.defence)])
        let reported = MatrixCase(5, units: [])
        let nowhere = MatrixCase(6, units: [])
        let glass = MatrixCase(7, units: [unit(.victims)])
        let (here, there) = (StaffMember.operator.acting, StaffMember.otherOperator.acting)
        for (file, centre, official) in [
            (own, here, nil), (other, there, nil), (police, here, "police"), (guards, here, "serenazgo"),
            (glass, there, nil),
        ] {
            try await record([file.opening(in: centre.municipality, implicating: official)], file, in: cases)
            try await record(
                [.file(.claimed(by: centre.unit, municipality: centre.municipality))], file, in: cases,
                by: file.word(.owner))
            try await record(try file.story(), file, in: cases, by: file.word(.thread))
            if let proof = file.proof() { try await record([proof], file, in: cases) }
        }
        try await record(
            [
                .file(
                    .glassBroken(
                        by: try ActorID(reading: glass.word(.glass)), unit: here.unit,
                        approvedBy: here.account, reason: "life-at-risk",
                        until: now.adding(milliseconds: 1_800_000)))
            ], glass, in: cases)
        try await record(
            [.file(.closingAsked(reason: "done", by: try ActorID(reading: own.word(.closing))))], own,
            in: cases)
        try await record(
            [reported.opening(in: here.municipality, implicating: nil)], reported, in: cases,
            by: StaffMember.sereno.acting.account.text)
        try await record([nowhere.opening(in: nil, implicating: nil)], nowhere, in: cases)
        return [own, other, police, guards, reported, nowhere, glass]
    }

    private static func record(
        _ events: [CaseEvent], _ file: MatrixCase, in cases: TownCases, by actor: String = "street"
    ) async throws {
        let stands = await cases.history(of: file.id).count
        _ = try await cases.append(
            events.map { NewEvent($0) }, to: file.id, after: stands,
            stamp: Stamp(actor: try ActorID(reading: actor), instant: now))
    }

    /// Accounts that nobody enters with: sessions come from the door of the tests.
    private static func accounts(_ random: any RandomSource) -> AccountPorts {
        let (store, throttle, work) = (MemoryAccounts(), EntryThrottle(), NoWork())
        let sessions = Sessions(store: store, throttle: throttle, work: work, clock: { now })
        return AccountPorts(
            entrance: Entrance(
                store: store, throttle: throttle, work: work, clock: { now }, random: random),
            sessions: sessions,
            desk: AccountDesk(
                store: store, sessions: sessions, work: work, clock: { now }, random: random))
    }

    /// The cases as they stand, by number.
    func states() async -> [Int: CaseState] {
        var states: [Int: CaseState] = [:]
        for file in all { states[file.number] = CaseState(after: await cases.history(of: file.id)) }
        return states
    }
}

/// Refuses every heavy work: the matrix tries no passphrase.
struct NoWork: HeavyWork {
    func run<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async throws(HeavyWorkBusy) -> Value { throw HeavyWorkBusy() }
}

/// A journal in which nothing has happened yet, for the log.
struct EmptyTrail: JournalTrail {
    func end() -> JournalAnchor? { nil }
    func acts(_ question: TrailQuestion) -> [TrailAct] { [] }
    func firstFinding() -> JournalCheck.Finding? { nil }
}
