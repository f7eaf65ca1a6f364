import Access
import CaseRegister
import Foundation
import GRDB
import ReferralDomain
import Sealing
import Testing

@testable import Storage

/// What a thief of the file reads: lengths, times and ids. And what stays of a person who was shredded: nothing.
struct VaultFileTests {
    private static let document = "70000001"

    @Test func `the files hold no name and no document in any form`() async throws {
        try await VaultHouse.withFile { house, _, path in
            try await Self.fill(house)
            let needles = Self.forms(of: VaultHouse.name) + Self.forms(of: Self.document)
            for file in Self.files(at: path) {
                for needle in needles { #expect(file.range(of: needle) == nil) }
            }
        }
    }

    @Test func `the search sees a name that stands in the file in the clear`() async throws {
        try await VaultHouse.withFile { house, database, path in
            try await Self.fill(house)
            try await database.pool.writeWithoutTransaction { connection in
                try connection.execute(sql: "CREATE TABLE planted (text TEXT)")
                try connection.execute(sql: "INSERT INTO planted VALUES (?)", arguments: [VaultHouse.name])
            }
            let needle = Data(VaultHouse.name.utf8)
            #expect(Self.files(at: path).contains { $0.range(of: needle) != nil })
        }
    }

    @Test func `a thief of the file with a key of another unit opens nothing of it`() async throws {
        try await VaultHouse.withFile { house, database, _ in
            try await Self.fill(house)
            let stolen = try HouseUnit.stranger.pair()
            let wrapped = try await database.pool.read {
                try Data.fetchAll($0, sql: "SELECT wrapped FROM compartment_key")
            }
            #expect(wrapped.count == 3)
            for row in wrapped {
                for unit in HouseUnit.allCases {
                    let context = SealingContext(
                        "case-key", try Reports.id(1).text, "identity", unit.rawValue)
                    #expect(throws: SealingFault.unreadable) { try stolen.unwrap(Array(row), in: context) }
                }
            }
        }
    }

    @Test func `the sealed key of a shredded person is in no file any more`() async throws {
        try await VaultHouse.withFile { house, _, path in
            try await Self.fill(house)
            let place = try house.place()
            let key = Data(try #require(try await house.store.personKey(of: place.person, .identity)))
            #expect(Self.files(at: path).contains { $0.range(of: key) != nil })
            try await house.vault.shred(
                place.person, of: place.caseID, because: "term-ended", by: .of(.upe))
            #expect(Self.files(at: path).allSatisfy { $0.range(of: key) == nil })
        }
    }

    @Test func `a restored file opens a shredded person until the tombstones are applied again`() async throws
    {
        try await VaultHouse.withFile { house, database, path in
            let sealed = try await Self.fill(house)
            let place = try house.place()
            let copy = path + ".copy"
            try await database.pool.writeWithoutTransaction {
                try $0.execute(sql: "VACUUM INTO ?", arguments: [copy])
            }
            try await house.vault.shred(
                place.person, of: place.caseID, because: "term-ended", by: .of(.upe))

            let restored = try SQLiteDatabase(at: copy)
            let old = VaultHouse(
                store: StoredVaultStore(on: restored),
                log: StoredAuditLog(on: restored, digest: SHA256.digest))
            let text = try await old.vault.reveal(sealed, at: place, because: "attend-person", by: .of(.upe))
            #expect(text == VaultHouse.name)

            for _ in 1...2 {
                try await old.vault.reapply(tombstones: [Tombstone(place.person, at: house.instant)])
                await #expect(throws: VaultFault.shredded) {
                    try await old.vault.reveal(sealed, at: place, because: "attend-person", by: .of(.upe))
                }
            }
            try restored.close()
        }
    }

    @Test(arguments: [
        "UPDATE audit_leaf SET reason = 'emergency' WHERE position = 2",
        "DELETE FROM audit_leaf WHERE position = 2",
        "UPDATE audit_leaf SET actor = 'account-99' WHERE position = 2",
        "UPDATE audit_leaf SET objects = 'document' WHERE position = 2",
        "UPDATE audit_leaf SET recorded_at_ms = 1 WHERE position = 2",
    ])
    func `a row of the log that somebody changed breaks the chain there`(sql: String) async throws {
        try await VaultHouse.withFile { house, _, path in
            let sealed = try await Self.fill(house)
            for _ in 1...3 {
                _ = try await house.vault.reveal(
                    sealed, at: house.place(), because: "attend-person", by: .of(.upe))
            }
            #expect(try await house.log.firstBreak() == nil)
            try await World.stranger(at: path).write { try $0.execute(sql: sql) }
            #expect(try await house.log.firstBreak() == 2)
        }
    }

    @Test func `two rows of sealed keys that were swapped do not open`() async throws {
        try await VaultHouse.withFile { house, _, path in
            let sealed = try await Self.fill(house)
            _ = try await house.sealName(at: house.place(person: 2))
            try await World.stranger(at: path).write { connection in
                try connection.execute(
                    sql: """
                        UPDATE person_key SET sealed = (
                            SELECT other.sealed FROM person_key AS other WHERE other.person <> person_key.person
                        )
                        """)
            }
            await #expect(throws: VaultFault.unreadable) {
                try await house.vault.reveal(
                    sealed, at: house.place(), because: "attend-person", by: .of(.upe))
            }
        }
    }

    /// A name and a document of one person, found once by name; gives back the sealed name.
    @discardableResult
    private static func fill(_ house: VaultHouse) async throws -> SealedBytes {
        let sealed = try await house.sealName()
        _ = try await house.vault.seal(
            document, at: house.place(.identity, "document"), by: .of(.centre), for: [.of(.centre)])
        _ = try await house.vault.search(
            VaultHouse.name, field: "name", because: "missing-report", by: .of(.centre))
        return sealed
    }

    /// The file, its log and its index, as they lie on the disk.
    private static func files(at path: String) -> [Data] {
        ["", "-wal", "-shm"].compactMap { FileManager.default.contents(atPath: path + $0) }
    }

    private static func forms(of text: String) -> [Data] {
        let plain = Data(text.utf8)
        let wide = Data(text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
        let hexadecimal = plain.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        return [
            plain, wide, Data(hexadecimal.joined().utf8), Data(plain.base64EncodedString().utf8.prefix(10)),
            Data(text.lowercased().utf8),
        ]
    }
}
