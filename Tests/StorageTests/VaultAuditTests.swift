import Access
import CaseRegister
import ReferralDomain
import Testing

/// Nothing is opened or searched that the log does not tell, and not too often.
struct VaultAuditTests {
    typealias Backend = VaultHouse.Backend

    @Test(arguments: Backend.allCases)
    func `an opening leaves who, what and why, and nothing of the content`(backend: Backend) async throws {
        try await backend.with { house in
            let sealed = try await house.sealName()
            _ = try await house.vault.reveal(sealed, at: house.place(), because: "court-order", by: .of(.upe))
            let leaf = try #require(try await house.leaves(.reveal).first)
            let place = try house.place()
            #expect(leaf.entry.objects == [place.caseID.text, place.person.text, "identity", "name"])
            #expect(leaf.entry.reason == "court-order")
            #expect(leaf.entry.actor.text == "account-01")
            #expect(leaf.entry.unit.text == HouseUnit.upe.rawValue)
            #expect(leaf.entry.instant == house.instant)
            #expect(try await house.log.firstBreak() == nil)
            #expect(try await house.log.list(AuditFilter(object: place.person.text)).count == 1)
            #expect(try await house.log.list(AuditFilter(object: "identit")) == [])
            #expect(
                try await house.log.list(AuditFilter(before: leaf.position)).map(\.entry.action) == [
                    "key-created"
                ])
        }
    }

    @Test(arguments: Backend.allCases)
    func `without a reason of the list nothing is opened or searched`(backend: Backend) async throws {
        try await backend.with { house in
            let sealed = try await house.sealName()
            for reason in ["", "curiosity", "missing-report"] {
                await #expect(throws: VaultFault.unknownReason) {
                    try await house.vault.reveal(sealed, at: house.place(), because: reason, by: .of(.upe))
                }
            }
            await #expect(throws: VaultFault.unknownReason) {
                try await house.vault.search("x", field: "name", because: "attend-person", by: .of(.upe))
            }
            #expect(try await house.leaves(.reveal) == [])
        }
    }

    @Test(arguments: Backend.allCases)
    func `the twenty-first opening of an hour needs a second factor, the sixty-first of a day is refused`(
        backend: Backend
    ) async throws {
        try await backend.with { house in
            let sealed = try await house.sealName()
            func open(_ holder: KeyHolder) async -> VaultFault? {
                do throws(VaultFault) {
                    guard let place = try? house.place() else { return .unreadable }
                    _ = try await house.vault.reveal(sealed, at: place, because: "attend-person", by: holder)
                    return nil
                } catch { return error }
            }
            for _ in 1...20 { #expect(try await open(.of(.upe)) == nil) }
            #expect(try await open(.of(.upe)) == .stepUpNeeded)
            #expect(try await open(.of(.upe, account: "account-02")) == nil)
            let fresh = house.instant.adding(milliseconds: 1)
            #expect(try await open(.of(.upe, steppedUpUntil: house.instant)) == .stepUpNeeded)
            for _ in 21...60 { #expect(try await open(.of(.upe, steppedUpUntil: fresh)) == nil) }
            #expect(try await open(.of(.upe, steppedUpUntil: fresh)) == .overLimit)
            #expect(try await house.leaves(.revealRefused).count == 3)

            house.wait(milliseconds: 3_600_001)
            #expect(try await open(.of(.upe)) == .overLimit)
            house.wait(milliseconds: 23 * 3_600_000)
            #expect(try await open(.of(.upe)) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `of forty openings at once not more than twenty pass`(backend: Backend) async throws {
        try await backend.with { house in
            let sealed = try await house.sealName()
            let place = try house.place()
            let passed = await withTaskGroup(of: Bool.self) { group in
                for _ in 1...40 {
                    group.addTask {
                        (try? await house.vault.reveal(
                            sealed, at: place, because: "attend-person", by: .of(.upe)))
                            != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(passed == 20)
            #expect(try await house.leaves(.reveal).count == 20)
            #expect(try await house.leaves(.revealRefused).count == 20)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a search finds what the own unit knows, however it is written, and is told each time`(
        backend: Backend
    ) async throws {
        try await backend.with { house in
            let place = try house.place()
            let sealed = try await house.sealName("Ana de Práctica")
            let found = try await house.vault.search(
                " ana  DE practica", field: "name", because: "missing-report", by: .of(.centre))
            #expect(found == [VaultMatch(case: place.caseID, person: place.person)])
            func byUPE() async throws -> [VaultMatch] {
                try await house.vault.search(
                    "Ana de Práctica", field: "name", because: "missing-report", by: .of(.upe))
            }
            // Another unit finds it once it has opened it, and not before.
            #expect(try await byUPE() == [])
            _ = try await house.vault.reveal(sealed, at: place, because: "attend-person", by: .of(.upe))
            #expect(try await byUPE() == found)
            let leaves = try await house.leaves(.search)
            #expect(leaves.count == 3)
            #expect(leaves.allSatisfy { $0.entry.objects == ["name"] })
        }
    }

    @Test(arguments: Backend.allCases)
    func `the eleventh search of an hour is refused and told`(backend: Backend) async throws {
        try await backend.with { house in
            for _ in 1...10 {
                let found = try await house.vault.search(
                    "Nadie", field: "name", because: "missing-report", by: .of(.upe))
                #expect(found.isEmpty)
            }
            await #expect(throws: VaultFault.overLimit) {
                try await house.vault.search("Nadie", field: "name", because: "missing-report", by: .of(.upe))
            }
            #expect(try await house.leaves(.searchRefused).count == 1)
        }
    }

    @Test(arguments: Backend.allCases)
    func `what folds to nothing and what has no index is not searched`(backend: Backend) async throws {
        try await backend.with { house in
            for (value, field) in [("--", "name"), ("x", "account"), ("", "document")] {
                await #expect(throws: VaultFault.notIndexable) {
                    try await house.vault.search(
                        value, field: field, because: "missing-report", by: .of(.upe))
                }
            }
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.search(
                    "x", field: "name", because: "missing-report", by: .of(.upe, hasKeys: false))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `found or not, a search asks the same of the store`(backend: Backend) async throws {
        try await backend.with { house in
            _ = try await house.sealName("Ana de Práctica")
            let counted = Interrupted(house, at: .max)
            let vault = VaultHouse(store: counted, log: counted).vault
            var steps: [Int] = []
            for name in ["Ana de Práctica", "Nadie de Práctica"] {
                let before = counted.calls
                _ = try await vault.search(name, field: "name", because: "missing-report", by: .of(.centre))
                steps.append(counted.calls - before)
            }
            #expect(steps[0] == steps[1])
        }
    }
}
