import CaseRegister
import Foundation
import ReferralDomain
import Sealing
import Storage
import Testing

@testable import Composition

/// A node that signs or opens with other keys than its house does is no node of that house.
struct KnownKeysTests {
    /// The keys of a machine, drawn anew.
    private struct Keys {
        let signer: ReceiptSigner
        let app: AppKeyFile

        init(in folder: String, at milliseconds: Int64 = 1) throws {
            let place = KeyPlace(besideData: folder + "/ruta.sqlite")
            signer = try HouseSigner.open(in: place, random: SystemRandom())
            app = try AppKeyFile.open(
                in: place, random: SystemRandom(), at: Instant(millisecondsSinceEpoch: milliseconds))
        }

        func known(after old: [ReceiptPublicKey] = []) -> KnownKeys {
            KnownKeys(signer, ReceiptVerifier(keys: old), app)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `the first node is known afterwards, the same keys are let in, and others are refused`(
        kind: DatabaseKind
    ) async throws {
        try await kind.withDatabase { database, _ in
            try await World.withFolder { mine in
                try await World.withFolder { foreign in
                    try Keys(in: mine).known().beAdmitted(to: database)
                    try Keys(in: mine).known().beAdmitted(to: database)
                    #expect(throws: KeyPlace.other) {
                        try Keys(in: foreign).known().beAdmitted(to: database)
                    }
                    try Keys(in: mine).known().beAdmitted(to: database)
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a renewed key is let in where the node has the one before, and then the old one is not`(
        kind: DatabaseKind
    ) async throws {
        try await kind.withDatabase { database, _ in
            try await World.withFolder { folder in
                let before = try Keys(in: folder)
                try before.known().beAdmitted(to: database)
                try FileManager.default.removeItem(atPath: folder + "/ruta.sqlite.signing-key")
                let after = try Keys(in: folder)
                #expect(throws: KeyPlace.other) { try after.known().beAdmitted(to: database) }
                try after.known(after: [before.signer.publicKey]).beAdmitted(to: database)
                #expect(throws: KeyPlace.other) { try before.known().beAdmitted(to: database) }
            }
        }
    }

    @Test func `a new intake key of the year is let in, and a node that does not have it is refused`()
        async throws
    {
        try await DatabaseKind.sqlite.withDatabase { database, _ in
            try await World.withFolder { folder in
                let before = try Keys(in: folder)
                try before.known().beAdmitted(to: database)
                let renewed = try Keys(in: folder, at: 367 * 86_400_000)
                try renewed.known().beAdmitted(to: database)
                #expect(throws: KeyPlace.other) { try before.known().beAdmitted(to: database) }
            }
        }
    }

    @Test func `keys that were given are never made or renewed`() async throws {
        try await World.withFolder { folder in
            let given = KeyPlace(givenIn: folder)
            #expect(throws: KeyPlace.missing) { try HouseSigner.open(in: given, random: SystemRandom()) }
            #expect(throws: KeyPlace.missing) {
                try AppKeyFile.open(in: given, random: SystemRandom(), at: Instant(millisecondsSinceEpoch: 1))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            let made = KeyPlace(besideData: folder + "/house")
            let first = try AppKeyFile.open(
                in: made, random: SystemRandom(), at: Instant(millisecondsSinceEpoch: 1))
            let later = try AppKeyFile.open(
                in: given, random: SystemRandom(), at: Instant(millisecondsSinceEpoch: 400 * 86_400_000))
            #expect(later.intake.current.publicKey == first.intake.current.publicKey)
        }
    }
}
