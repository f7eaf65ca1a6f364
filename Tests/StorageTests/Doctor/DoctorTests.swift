import Access
import CaseRegister
import Foundation
import ReferralDomain
import Sealing
import Synchronization
import Testing

@testable import Composition
@testable import Storage

/// Each thing that the doctor can find is planted once, and found; a house without faults has none.
struct DoctorTests {
    @Test func `a house that is well has a good line for each subject`() async throws {
        try await PatientHouse.with { house in
            let found = house.examine()
            #expect(found.map(\.subject) == DoctorFinding.Subject.allCases)
            #expect(found.allSatisfy { $0.state == .good }, "\(found)")
        }
    }

    @Test(arguments: [
        (UInt64(0), DoctorFinding.syncsTooFast(microseconds: 0)), (9_999, .syncsTooFast(microseconds: 9)),
        (50_000, .syncsFast(microseconds: 50)), (2_000_000, .syncs(microseconds: 2_000)),
    ])
    func `a disk that is faster than any disk is not believed`(
        nanoseconds: UInt64, expected: DoctorFinding
    ) async throws {
        try await PatientHouse.with { house in
            house.syncNanoseconds = nanoseconds
            #expect(house.examine().contains(expected))
        }
    }

    @Test func `a folder in memory is no disk`() throws {
        let folder = "/dev/shm"
        #expect(DiskProbe.system.findings(in: folder).contains(.inMemory(path: folder)))
    }

    @Test func `a folder that cannot be written leaves the disk unknown`() throws {
        let found = DiskProbe.system.findings(in: "/proc/1")
        #expect(found.contains(.syncsUnknown(path: "/proc/1")))
    }

    @Test func `a disk that is nearly full is said`() async throws {
        try await PatientHouse.with { house in
            house.freeBytes = 100 << 20
            #expect(house.examine().contains(.spaceLow(mebibytes: 100)))
            house.freeBytes = nil
            #expect(house.examine().contains { $0.subject == .space && $0.state == .unknown })
        }
    }

    @Test func `a clock that nothing keeps, and one that went back, are said`() async throws {
        try await PatientHouse.with { house in
            house.isKept = false
            #expect(house.examine().contains(.clockNotKept))
            house.isKept = nil
            #expect(house.examine().contains(.clockUnknown))
            house.now = Instant(millisecondsSinceEpoch: PatientHouse.recorded - 90_000)
            #expect(house.examine().contains(.clockBehind(seconds: 90)))
        }
    }

    @Test(arguments: [".signing-key", ".app-keys"])
    func `a key that is gone or open to others is said by its path`(end: String) async throws {
        try await PatientHouse.with { house in
            let path = house.place.data + end
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            #expect(house.examine().contains(.keyOpen(path: path)))
            try FileManager.default.removeItem(atPath: path)
            #expect(house.examine().contains(.keyMissing(path: path)))
        }
    }

    @Test func `a key that is none, and one of another house, are told apart`() async throws {
        try await PatientHouse.with { house in
            let path = house.place.data + ".signing-key"
            #expect(house.examine().contains(.keys))
            try house.put(Array(repeating: 9, count: SigningSeed.length), at: path)
            #expect(house.examine().contains(.keyForeign(path: path)))
            #expect(house.examine().contains(.journalUnknown), "nobody vouches for it")
            try house.put([1, 2, 3], at: path)
            #expect(house.examine().contains(.keyDamaged(path: path)))
        }
    }

    @Test func `a journal that is not what was signed is said, and one that was rolled back`() async throws {
        try await PatientHouse.with { house in
            try house.sign(position: 1, as: String(repeating: "0", count: 64))
            #expect(house.examine().contains(.journalContradicted))
            #expect(!house.examine().contains { $0.subject == .journal && $0.state == .good })
        }
        try await PatientHouse.with { house in
            try house.sign(position: 7, as: String(repeating: "0", count: 64))
            #expect(house.examine().contains(.journalContradicted))
        }
    }

    @Test func `a database of another schema, one that is none and one that is not there are said`()
        async throws
    {
        try await PatientHouse.with { house in
            let known = Schema.known
            try house.plant("UPDATE schema_migration SET version = 99 WHERE version = \(known)")
            #expect(house.examine().contains(.schemaNew(found: 99, known: known)))
            try house.plant("DELETE FROM schema_migration WHERE version = 99")
            #expect(
                house.examine().contains {
                    if case .schemaOld(_, known) = $0 { true } else { false }
                })
            try house.put(Array("not a database at all, not a database at all".utf8), at: house.place.data)
            #expect(house.examine().contains(.databaseUnreachable(code: "damaged")))
            try FileManager.default.removeItem(atPath: house.place.data)
            #expect(house.examine().contains(.noDatabase))
        }
    }

    @Test func `a ladder that nobody climbs is said`() async throws {
        try await PatientHouse.with { house in
            let due = house.now.millisecondsSinceEpoch - 20 * 60_000
            try house.plant(
                """
                INSERT INTO obligation_row (case_id, obligation, kind, institution, subject, start_ms, end_ms,
                    next_rung, next_rung_ms, harm, has_child, is_withheld)
                SELECT case_id, 'planted', 'call', 'pnp', 'planted', 0, 0, 1, \(due), 0, 0, 0 FROM case_row LIMIT 1
                """)
            #expect(house.examine().contains(.ladderStands(due: 1, minutes: 20)))
        }
    }

    @Test func `no backup, an old one and a changed one are said`() async throws {
        try await PatientHouse.with { house in
            let path = try #require(house.newestBackup())
            house.now = house.now.adding(milliseconds: 26 * 3_600_000)
            #expect(house.examine().contains { if case .backupOld = $0 { true } else { false } })
            house.now = house.now.adding(milliseconds: -26 * 3_600_000)
            var bytes = try Data(contentsOf: URL(filePath: path))
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: URL(filePath: path))
            #expect(house.examine().contains { if case .backupChanged = $0 { true } else { false } })
            try FileManager.default.removeItem(atPath: path)
            #expect(house.examine().contains(.backupMissing(path: house.backups)))
        }
    }

    @Test func `a copy of the tombstones that lacks somebody is said`() async throws {
        try await PatientHouse.with { house in
            let person = try BackupWorld.place(1).person
            try TombstoneFile(besideData: house.place.data).add([Tombstone(person, at: house.now)])
            #expect(house.examine().contains(.tombstonesOld(missing: 1)))
        }
    }

    @Test func `where nobody says where the backups are, it is unknown`() async throws {
        try await PatientHouse.with { house in
            #expect(house.examine(withoutBackups: true).contains(.backupUnknown))
        }
    }
}
