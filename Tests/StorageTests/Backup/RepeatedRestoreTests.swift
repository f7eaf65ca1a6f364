import CaseRegister
import Foundation
import Sealing
import Testing

@testable import Composition
@testable import Storage

/// A restore that a power cut ended is repeated with the same files, and nobody opens the house before.
struct RepeatedRestoreTests {
    @Test func `keys beside an empty register are taken for a rest only where the mark says so`() async throws
    {
        try await Self.withBackup { house, place, restore in
            let key = place.data + ".signing-key"
            try house.put([1, 2, 3], at: key)
            #expect(throws: RestoreRoom.Failure.taken(path: key)) { try restore() }
            #expect(FileManager.default.contents(atPath: key) == Data([1, 2, 3]))
            try RestoreMark(besideData: place.data).set()
            #expect(try !restore().wasThere)
            let ours = FileManager.default.contents(atPath: house.place.data + ".signing-key")
            #expect(FileManager.default.contents(atPath: key) == ours)
            #expect(!RestoreMark(besideData: place.data).isThere)
        }
    }

    @Test func `a rest of a key that the backup has not is gone after it`() async throws {
        try await Self.withBackup { house, place, restore in
            try RestoreMark(besideData: place.data).set()
            for end in [".push-key", ".push-key.partial"] { try house.put([1], at: place.data + end) }
            _ = try restore()
            let left = try FileManager.default.contentsOfDirectory(
                atPath: URL(filePath: place.data).deletingLastPathComponent().path)
            #expect(!left.contains { $0.contains("push-key") })
        }
    }

    @Test func `where everything was committed, repeating it says so and changes nothing`() async throws {
        try await Self.withBackup { _, place, restore in
            let head = try restore().head
            try RestoreMark(besideData: place.data).set()
            let again = try restore()
            #expect(again.wasThere && again.head == head)
            #expect(!RestoreMark(besideData: place.data).isThere)
        }
    }

    @Test func `a marked register that has grown is not called the restored one`() async throws {
        try await Self.withBackup { _, place, restore in
            _ = try restore()
            let database = try place.open()
            _ = try await StoredCaseJournal(on: database).record(
                try Reports.report(9), stamp: .street(at: PatientHouse.recorded + 9))
            try database.close()
            try RestoreMark(besideData: place.data).set()
            #expect(throws: RestoreRoom.Failure.taken(path: place.name)) { try restore() }
            #expect(RestoreMark(besideData: place.data).isThere)
        }
    }

    @Test func `nobody opens a register while a restore is under way in it`() async throws {
        try await World.withFolder { folder in
            let place = RegisterPlace(data: folder + "/ruta.sqlite")
            let mark = RestoreMark(besideData: place.data)
            try mark.set()
            #expect(throws: RestoreMark.underWay) { try place.open() }
            try mark.clear()
            try place.open().close()
        }
    }

    @Test func `a restore that is refused leaves no mark`() async throws {
        try await Self.withBackup { house, place, _ in
            let stranger = try BackupKeyPair(random: Array(2...33))
            let backup = try #require(house.newestBackup())
            #expect(throws: RestoreRoom.Failure.backup(.foreignKey)) {
                try RestoreRoom(backup, increment: nil, with: stranger)
                    .restore(to: place, tombstones: house.backups + "/tombstones")
            }
            #expect(!RestoreMark(besideData: place.data).isThere)
        }
    }

    /// A house with a backup, and an empty place where it may be put back.
    private static func withBackup(
        _ story: (PatientHouse, RegisterPlace, _ restore: () throws -> RestoreRoom.Outcome) async throws ->
            Void
    ) async throws {
        try await PatientHouse.with { house in
            try await World.withFolder { folder in
                let place = RegisterPlace(data: folder + "/ruta.sqlite")
                let pair = try BackupKeyPair(random: Array(1...32))
                let room = RestoreRoom(try #require(house.newestBackup()), increment: nil, with: pair)
                try await story(house, place) {
                    try room.restore(to: place, tombstones: house.backups + "/tombstones")
                }
            }
        }
    }
}
