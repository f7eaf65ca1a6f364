import Access
import CaseRegister
import ReferralDomain
import Sealing
import Storage
import Testing

/// What the vault promises about images, whatever keeps them.
struct SealedImageTests {
    typealias Backend = VaultHouse.Backend

    @Test(arguments: Backend.allCases)
    func `a picture opens for holders, with a reason, after its leaf`(backend: Backend) async throws {
        try await backend.with { house in
            let card = try await Self.attach(in: house)
            #expect(card.size == Self.picture.count && card.hasNote && card.digest.count == 64)
            #expect(try await house.vault.images(of: card.caseID) == [card])
            for unit in [HouseUnit.centre, .upe] {
                let image = try await house.vault.revealImage(
                    card.id, of: card.caseID, because: "attend-person", by: .of(unit))
                #expect(image.bytes == Self.picture)
                let note = try await house.vault.revealImageNote(
                    card.id, of: card.caseID, because: "attend-person", by: .of(unit))
                #expect(note.text == Self.note && note.leaf == image.leaf + 1)
            }
            // A home opens identity and care, and this is matter.
            for unit in [HouseUnit.home, .stranger] {
                await #expect(throws: VaultFault.notHeld) {
                    try await house.vault.revealImage(
                        card.id, of: card.caseID, because: "attend-person", by: .of(unit))
                }
            }
            await #expect(throws: VaultFault.unknownReason) {
                try await house.vault.revealImage(
                    card.id, of: card.caseID, because: "curiosity", by: .of(.upe))
            }
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.revealImage(
                    card.id, of: Reports.id(2), because: "attend-person", by: .of(.upe))
            }
            let leaves = try await house.leaves(.imageAttached)
            #expect(leaves.map(\.entry.objects.last) == [String(card.size)])
            #expect(leaves[0].entry.objects.contains(card.digest) && leaves[0].entry.objects.contains("seal"))
        }
    }

    @Test(arguments: Backend.allCases)
    func `sent twice it is one image, and another's id is nobody's`(backend: Backend) async throws {
        try await backend.with { house in
            let first = try await Self.attach(in: house)
            house.wait(milliseconds: 60_000)
            #expect(try await Self.attach(in: house) == first)
            #expect(try await house.vault.images(of: first.caseID) == [first])
            #expect(try await house.leaves(.imageAttached).count == 1)
            // The store itself keeps the first as well, where two came past each other.
            let second = SealedImage(
                SealedImage.Card(
                    first.draft, by: first.unit, Stamp(actor: first.actor, instant: house.instant), size: 1,
                    digest: String(repeating: "0", count: 64), hasNote: false), sealed: [1], note: nil)
            #expect(try await house.store.keep(second))
            #expect(try await house.store.image(first.id)?.card == first)
            await #expect(throws: VaultFault.notHeld) {
                try await Self.attach(in: house, by: .upe)
            }
            await #expect(throws: VaultFault.notHeld) {
                try await house.vault.attached(first.id, of: Reports.id(2), by: .of(.centre))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `with the keys of a person her images are gone, and none comes after`(
        backend: Backend
    ) async throws {
        try await backend.with { house in
            let gone = try await Self.attach(in: house)
            let left = try await Self.attach(in: house, 2, of: 2)
            try await house.vault.shred(
                gone.person, of: gone.caseID, because: "own-data-request", by: .of(.centre))
            #expect(try await house.vault.images(of: gone.caseID) == [left])
            #expect(try await house.store.image(gone.id) == nil)
            await #expect(throws: VaultFault.shredded) { try await Self.attach(in: house, 3) }
            let late = SealedImage(gone, sealed: [1], note: nil)
            #expect(try await !house.store.keep(late))
            #expect(try await house.store.image(gone.id) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `whichever step fails, there is no image without a leaf, and the next try makes it good`(
        backend: Backend
    ) async throws {
        try await backend.with { house in
            var isWhole = false
            for call in 1...14 {
                let dying = Interrupted(house, at: call)
                let card = try? await Self.attach(
                    in: VaultHouse(store: dying, log: dying), UInt8(call), of: UInt8(call))
                let kept = try await house.vault.images(of: Reports.id(1))
                let leaves = try await house.leaves(.imageAttached)
                let told = Set(leaves.flatMap(\.entry.objects))
                #expect(kept.allSatisfy { told.contains($0.digest) })
                if let card { #expect(kept.contains(card)) }
                isWhole = card != nil
                let again = try await Self.attach(in: house, UInt8(call), of: UInt8(call))
                #expect(try await house.vault.images(of: Reports.id(1)).contains(again))
            }
            #expect(isWhole, "fourteen calls are enough")
        }
    }

    @Test(arguments: Backend.allCases)
    func `the longest picture that the door gives can be kept, and no longer one`(
        backend: Backend
    ) async throws {
        try await backend.with { house in
            let longest = [UInt8](repeating: 7, count: 1_000_000)
            let card = try await house.vault.attach(
                longest, note: nil, as: Self.draft(1, of: 1), by: .of(.centre), for: [.of(.centre)])
            #expect(!card.hasNote)
            let image = try await house.vault.revealImage(
                card.id, of: card.caseID, because: "attend-person", by: .of(.centre))
            #expect(image.bytes == longest)
            let sealed = try #require(try await house.store.image(card.id)).sealed
            #expect(sealed.count - longest.count < 128, "\(sealed.count)")
        }
    }

    private static let picture: [UInt8] = [0xFF, 0xD8] + Array(repeating: 3, count: 5_000) + [0xFF, 0xD9]
    private static let note = "Acta de práctica"

    private static func draft(_ number: UInt8, of person: UInt8) throws -> SealedImage.Draft {
        SealedImage.Draft(
            ImageID(random: Array(repeating: number, count: 16)),
            of: PersonID(random: Array(repeating: person, count: 16)), in: try Reports.id(1), kind: "seal",
            for: .matter)
    }

    private static func attach(
        in house: VaultHouse, _ number: UInt8 = 1, of person: UInt8 = 1, by unit: HouseUnit = .centre
    ) async throws -> SealedImage.Card {
        try await house.vault.attach(
            picture, note: note, as: draft(number, of: person), by: .of(unit),
            for: [.of(.centre), .of(.upe), .of(.home)])
    }
}
