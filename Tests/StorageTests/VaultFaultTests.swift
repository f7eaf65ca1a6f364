import Access
import CaseRegister
import GRDB
import ReferralDomain
import Testing

@testable import Storage

/// The machine dies in the middle: what was shown is in the log, whatever else is lost.
struct VaultFaultTests {
    typealias Backend = VaultHouse.Backend

    @Test(arguments: Backend.allCases)
    func `whichever step fails, nothing was opened that the log does not tell`(backend: Backend) async throws
    {
        try await backend.with { house in
            let sealed = try await house.sealName()
            var outcomes: [Outcome] = []
            for call in 1...12 {
                let dying = Interrupted(house, at: call)
                let opened = await Self.opened(
                    sealed, by: VaultHouse(store: dying, log: dying), account: "account-\(call)")
                let told = try await Self.isTold(of: "account-\(call)", in: house)
                outcomes.append(Outcome(isOpened: opened, isTold: told))
            }
            #expect(outcomes.allSatisfy { !$0.isOpened || $0.isTold })
            #expect(outcomes.first == Outcome(isOpened: false, isTold: false))
            #expect(outcomes.contains(Outcome(isOpened: false, isTold: true)))
            #expect(outcomes.last == Outcome(isOpened: true, isTold: true))
        }
    }

    @Test func `the check sees a log that only says that it wrote`() async throws {
        try await Backend.memory.with { house in
            let sealed = try await house.sealName()
            let careless = VaultHouse(store: house.store, log: ForgetfulLog())
            let opened = await Self.opened(sealed, by: careless, account: "account-01")
            #expect(opened)
            #expect(try await Self.isTold(of: "account-01", in: careless) == false)
        }
    }

    @Test(arguments: Backend.allCases)
    func `whichever step of a sealing fails, sealing again succeeds`(backend: Backend) async throws {
        try await backend.with { house in
            for call in 1...12 {
                let place = try house.place(case: call, person: UInt8(call))
                let dying = Interrupted(house, at: call)
                _ = try? await VaultHouse(store: dying, log: dying).sealName(at: place)
                let sealed = try await house.sealName(at: place)
                let text = try await house.vault.reveal(
                    sealed, at: place, because: "attend-person", by: .of(.home))
                #expect(text == VaultHouse.name)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases, ["audit_leaf", "blind_index", "blind_key"])
    func `where a table refuses, nothing is opened and the log still tells of it`(
        kind: DatabaseKind, table: String
    ) async throws {
        try await VaultHouse.stored(in: kind) { house, stranger in
            let sealed = try await house.sealName()
            try stranger.refuse("INSERT", of: table)
            let opened = await Self.opened(sealed, by: house, account: "account-09")
            #expect(!opened)
            #expect(try await Self.isTold(of: "account-09", in: house) == (table != "audit_leaf"))
        }
    }

    @Test func `where the file can only be read nothing is opened`() async throws {
        try await VaultHouse.withFile { house, database, _ in
            let sealed = try await house.sealName()
            try await database.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
            await #expect(throws: VaultFault.fault(.readOnly)) {
                try await house.vault.reveal(
                    sealed, at: house.place(), because: "attend-person", by: .of(.upe))
            }
        }
    }

    private struct Outcome: Equatable {
        let isOpened: Bool
        let isTold: Bool
    }

    private static func opened(_ sealed: SealedBytes, by house: VaultHouse, account: String) async -> Bool {
        let text = try? await house.vault.reveal(
            sealed, at: house.place(), because: "attend-person", by: .of(.upe, account: account))
        return text != nil
    }

    private static func isTold(of account: String, in house: VaultHouse) async throws -> Bool {
        let filter = AuditFilter(actor: try ActorID(reading: account), action: VaultAction.reveal.rawValue)
        return try await !house.log.list(filter).isEmpty
    }
}
