import Access
import CaseRegister
import ReferralDomain
import Testing

/// What every store of accounts promises, whatever it is made of: nobody gets in by the kind of store.
struct AccountsContractTests {
    typealias Backend = AccountsBackend

    @Test(arguments: Backend.allCases)
    func `a unit comes back as it was kept, and its id is given once`(backend: Backend) async throws {
        try await backend.with { store in
            let unit = try Backend.unit("central-150135")
            #expect(try await store.unit(unit.card.id) == unit)
            #expect(try await !store.add(try Backend.unit("central-150135", districts: [])))
            #expect(try await store.unit(unit.card.id) == unit)
            _ = try await store.add(try Backend.unit("cem-practica", districts: []))
            #expect(try await store.units().map(\.id.text) == ["cem-practica", "central-150135"])
            try await store.setRecovery([8, 8], of: unit.card.id)
            #expect(try await store.unit(unit.card.id)?.recovery == [8, 8])
            #expect(try await store.unit(try UnitID(reading: "nadie")) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `an account comes back as it was kept, and its code is given once`(backend: Backend) async throws {
        try await backend.with { store in
            let record = try Backend.account("OP-12")
            #expect(try await store.add(record))
            #expect(try await !store.add(try Backend.account("OP-12", key: 8)))
            #expect(try await store.account(record.account.id) == record)
            _ = try await store.add(try Backend.account("OP-02"))
            #expect(try await store.accounts(of: record.account.unit).map(\.id.text) == ["OP-02", "OP-12"])
            #expect(try await store.accounts(of: try UnitID(reading: "nadie")).isEmpty)
            try await store.setLockedKey([3, 3, 3], of: record.account.id)
            let changed = try #require(try await store.account(record.account.id))
            #expect(changed.secrets.lockedKey == [3, 3, 3])
            #expect(changed.secrets.sealedFactor == record.secrets.sealedFactor)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a code that waits in an invitation is taken`(backend: Backend) async throws {
        try await backend.with { store in
            _ = try await store.add(try Backend.account("OP-01"))
            try await store.add(try Backend.invitation(1, for: "OP-02"))
            #expect(Set(try await store.codes().map(\.text)) == ["OP-01", "OP-02"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `the end of an account ends its sessions and takes its invitation`(backend: Backend) async throws {
        try await backend.with { store in
            let record = try Backend.account("OP-12")
            _ = try await store.add(record)
            _ = try await store.add(try Backend.account("OP-13"))
            try await store.add(try Backend.session(1, of: "OP-12"), most: 2)
            try await store.add(try Backend.session(2, of: "OP-13"), most: 2)
            try await store.add(try Backend.invitation(3, for: "OP-12"))
            try await store.end(record.account.id, at: Backend.at(50))
            try await store.end(record.account.id, at: Backend.at(90))
            #expect(try await store.account(record.account.id)?.account.ended == Backend.at(50))
            #expect(try await store.session(Backend.lookup(1)) == nil)
            #expect(try await store.session(Backend.lookup(2)) != nil)
            // Who was invited again and then ended must not come back with the paper that is still about.
            #expect(try await store.invitation(Backend.lookup(3)) == nil)
            #expect(try await !store.accept(Backend.lookup(3), as: record))
            try await store.add(try Backend.invitation(4, for: "OP-12"))
            #expect(try await !store.accept(Backend.lookup(4), as: record))
            #expect(try await store.account(record.account.id)?.account.ended == Backend.at(50))
        }
    }

    @Test(arguments: Backend.allCases)
    func `six digits open once, and nothing older after them`(backend: Backend) async throws {
        try await backend.with { store in
            let id = try Backend.account("OP-12").account.id
            #expect(try await !store.useStep(40, of: id))
            _ = try await store.add(try Backend.account("OP-12"))
            #expect(try await store.useStep(41, of: id))
            #expect(try await !store.useStep(41, of: id))
            #expect(try await !store.useStep(40, of: id))
            #expect(try await store.useStep(42, of: id))
        }
    }

    @Test(arguments: Backend.allCases)
    func `of many at once with the same six digits one gets in`(backend: Backend) async throws {
        try await backend.with { store in
            let id = try Backend.account("OP-12").account.id
            _ = try await store.add(try Backend.account("OP-12"))
            let entered = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 { group.addTask { try await store.useStep(7, of: id) } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(entered == 1)
        }
    }

    @Test(arguments: Backend.allCases)
    func `an invitation is kept, counted, replaced and used once`(backend: Backend) async throws {
        try await backend.with { store in
            try await store.add(try Backend.invitation(1, for: "OP-12"))
            try await store.add(try Backend.invitation(2, for: "OP-13"))
            #expect(
                try await store.invitation(Backend.lookup(1)) == (try Backend.invitation(1, for: "OP-12")))
            try await store.countTry(of: Backend.lookup(1))
            try await store.countTry(of: Backend.lookup(1))
            #expect(try await store.invitation(Backend.lookup(1))?.tries == 2)
            #expect(try await store.invitation(Backend.lookup(2))?.tries == 0)
            try await store.add(try Backend.invitation(3, for: "OP-12"))
            #expect(try await store.invitation(Backend.lookup(1)) == nil)

            let record = try Backend.account("OP-12")
            #expect(try await !store.accept(Backend.lookup(1), as: record))
            #expect(try await store.account(record.account.id) == nil)
            #expect(try await store.accept(Backend.lookup(3), as: record))
            #expect(try await store.account(record.account.id) == record)
            #expect(try await store.invitation(Backend.lookup(3)) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `of many who accept one invitation at once one gets the account`(backend: Backend) async throws {
        try await backend.with { store in
            try await store.add(try Backend.invitation(1, for: "OP-12"))
            let records = try (0..<10).map { try Backend.account("OP-12", key: UInt8(10 + $0)) }
            let taken = try await withThrowingTaskGroup(of: UInt8?.self) { group in
                for record in records {
                    group.addTask {
                        try await store.accept(Backend.lookup(1), as: record)
                            ? record.secrets.publicKey[0] : nil
                    }
                }
                return try await group.reduce(into: [UInt8]()) { taken, key in
                    if let key { taken.append(key) }
                }
            }
            #expect(taken.count == 1)
            let id = try Backend.account("OP-12").account.id
            #expect(try await store.account(id)?.secrets.publicKey.first == taken.first)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a second invitation gives new secrets and ends the old sessions`(backend: Backend) async throws {
        try await backend.with { store in
            let old = try Backend.account("OP-12")
            _ = try await store.add(old)
            _ = try await store.useStep(100, of: old.account.id)
            try await store.add(try Backend.session(1, of: "OP-12"), most: 2)
            try await store.add(try Backend.invitation(2, for: "OP-12"))
            let new = try Backend.account("OP-12", key: 8)
            #expect(try await store.accept(Backend.lookup(2), as: new))
            #expect(try await store.account(old.account.id) == new)
            #expect(try await store.session(Backend.lookup(1)) == nil)
            // The new app counts from its own beginning.
            #expect(try await store.useStep(5, of: old.account.id))
        }
    }
}
