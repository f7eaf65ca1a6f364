import Access
import CaseRegister
import ReferralDomain
import Sealing
import Testing

/// What the vault promises, whatever keeps its keys and its log.
struct VaultContractTests {
    typealias Backend = VaultHouse.Backend

    @Test(arguments: Backend.allCases)
    func `what one unit seals the others of the policy open, and nobody else`(backend: Backend) async throws {
        try await backend.with { house in
            let sealed = try await house.sealName()
            for unit in [HouseUnit.centre, .upe, .home] {
                let text = try await house.vault.reveal(
                    sealed, at: house.place(), because: "attend-person", by: .of(unit))
                #expect(text == VaultHouse.name)
            }
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.reveal(
                    sealed, at: house.place(), because: "attend-person", by: .of(.stranger))
            }
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.reveal(
                    sealed, at: house.place(), because: "attend-person", by: .of(.upe, hasKeys: false))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `the keys go where the policy says, compartment by compartment`(backend: Backend) async throws {
        try await backend.with { house in
            for compartment in Compartment.allCases {
                _ = try await house.vault.seal(
                    "texto", at: house.place(compartment, "account"), by: .of(.upe),
                    for: try HouseUnit.allCases.map { try .of($0) })
            }
            let holders = try await house.vault.holders(of: Reports.id(1))
            let expected: [(Compartment, HouseUnit)] = [
                (.identity, .centre), (.identity, .upe), (.identity, .home), (.matter, .centre),
                (.matter, .upe),
                (.care, .upe), (.care, .home),
            ]
            let grants = try expected.map { KeyGrant($0.0, try UnitID(reading: $0.1.rawValue)) }
            #expect(holders == Set(grants))
        }
    }

    @Test(arguments: Backend.allCases)
    func `nothing is sealed that nobody could open`(backend: Backend) async throws {
        try await backend.with { house in
            await #expect(throws: VaultFault.noReceiver) {
                try await house.vault.seal(
                    "texto", at: house.place(), by: .of(.stranger), for: [.of(.stranger)])
            }
            let holders = try await house.vault.holders(of: Reports.id(1))
            #expect(holders.isEmpty)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a second text is sealed by holders only`(backend: Backend) async throws {
        try await backend.with { house in
            _ = try await house.sealName()
            let document = try house.place(.identity, "document")
            _ = try await house.vault.seal("00000001", at: document, by: .of(.upe), for: [.of(.upe)])
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.seal("00000002", at: document, by: .of(.stranger), for: [.of(.upe)])
            }
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.seal(
                    "00000003", at: document, by: .of(.centre, hasKeys: false), for: [.of(.upe)])
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `a text opens in its place only`(backend: Backend) async throws {
        try await backend.with { house in
            let sealed = try await house.sealName()
            let other = try house.place(person: 2)
            _ = try await house.sealName(at: other)
            for place in [other, try house.place(.identity, "document")] {
                await #expect(throws: VaultFault.unreadable) {
                    try await house.vault.reveal(sealed, at: place, because: "attend-person", by: .of(.upe))
                }
            }
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.reveal(
                    sealed, at: house.place(case: 2), because: "attend-person", by: .of(.upe))
            }
            #expect(try await house.leaves(.revealFailed).count == 3)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a holder shares as far as the policy goes, and somebody without the key not at all`(
        backend: Backend
    ) async throws {
        try await backend.with { house in
            let id = try Reports.id(1)
            let sealed = try await house.vault.seal(
                VaultHouse.name, at: house.place(), by: .of(.centre), for: [.of(.centre)])
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.share([.identity], of: id, with: [.of(.upe)], by: .of(.upe))
            }
            let given = try await house.vault.share(
                Set(Compartment.allCases), of: id, with: [.of(.upe), .of(.stranger)], by: .of(.centre))
            let expected = KeyGrant(.identity, try UnitID(reading: HouseUnit.upe.rawValue))
            #expect(given == [expected])
            let text = try await house.vault.reveal(
                sealed, at: house.place(), because: "attend-person", by: .of(.upe))
            #expect(text == VaultHouse.name)
            #expect(try await house.leaves(.keyShared).count == 1)
        }
    }

    @Test(arguments: Backend.allCases)
    func `after the hand-over the sender opens nothing and finds nothing`(backend: Backend) async throws {
        try await backend.with { house in
            let sealed = try await house.sealName()
            let grant = KeyGrant(.identity, try UnitID(reading: HouseUnit.centre.rawValue))
            try await house.vault.withdraw(grant, of: Reports.id(1), by: .of(.upe))
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.reveal(
                    sealed, at: house.place(), because: "attend-person", by: .of(.centre))
            }
            let found = try await house.vault.search(
                VaultHouse.name, field: "name", because: "missing-report", by: .of(.centre))
            #expect(found.isEmpty)
            let text = try await house.vault.reveal(
                sealed, at: house.place(), because: "attend-person", by: .of(.upe))
            #expect(text == VaultHouse.name)
            try await house.vault.withdraw(grant, of: Reports.id(1), by: .of(.upe))
        }
    }

    @Test(arguments: Backend.allCases)
    func `the last key of a compartment is not taken away`(backend: Backend) async throws {
        try await backend.with { house in
            _ = try await house.vault.seal("texto", at: house.place(), by: .of(.upe), for: [.of(.upe)])
            let grant = KeyGrant(.identity, try UnitID(reading: HouseUnit.upe.rawValue))
            await #expect(throws: VaultFault.lastHolder) {
                try await house.vault.withdraw(grant, of: Reports.id(1), by: .of(.upe))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `a shredded person is opened, found and sealed by nobody ever again`(backend: Backend) async throws {
        try await backend.with { house in
            let (place, other) = (try house.place(), try house.place(person: 2))
            let (sealed, kept) = (try await house.sealName(), try await house.sealName(at: other))
            try await house.vault.shred(
                place.person, of: place.caseID, because: "term-ended", by: .of(.upe))
            for unit in [HouseUnit.centre, .upe, .home] {
                await #expect(throws: VaultFault.shredded) {
                    try await house.vault.reveal(sealed, at: place, because: "attend-person", by: .of(unit))
                }
            }
            for compartment in Compartment.allCases {
                await #expect(throws: VaultFault.shredded) {
                    try await house.vault.seal(
                        "otra vez", at: house.place(compartment), by: .of(.upe), for: [.of(.upe)])
                }
                #expect(try await house.store.personKey(of: place.person, compartment) == nil)
                let isMade = try await house.store.createPersonKey([1], at: house.place(compartment))
                #expect(!isMade)
            }
            let found = try await house.vault.search(
                VaultHouse.name, field: "name", because: "missing-report", by: .of(.centre))
            #expect(found.map(\.person) == [other.person])
            let text = try await house.vault.reveal(kept, at: other, because: "attend-person", by: .of(.upe))
            #expect(text == VaultHouse.name)
        }
    }

    @Test(arguments: Backend.allCases)
    func `of twelve who seal first at once one makes the key and all can be opened`(backend: Backend)
        async throws
    {
        try await backend.with { house in
            let sealed = try await withThrowingTaskGroup(of: (VaultPlace, SealedBytes).self) { group in
                for number in 1...12 {
                    let place = try house.place(.matter, "account", person: UInt8(number))
                    group.addTask {
                        let sealed = try await house.vault.seal(
                            "relato \(number)", at: place, by: .of(.upe), for: [.of(.upe), .of(.centre)])
                        return (place, sealed)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for (place, bytes) in sealed {
                let text = try await house.vault.reveal(
                    bytes, at: place, because: "attend-person", by: .of(.centre))
                #expect(text.hasPrefix("relato "))
            }
            let holders = try await house.vault.holders(of: Reports.id(1))
            #expect(holders.count == 2)
        }
    }
}
