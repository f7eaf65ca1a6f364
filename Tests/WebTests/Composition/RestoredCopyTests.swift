import Access
import CaseRegister
import Foundation
import ReferralDomain
import Sealing
import Storage
import Testing

@testable import Composition

/// An older copy of the database has the keys of a person who was shredded later, and knows of no shredding.
struct RestoredCopyTests {
    @Test func `a whole copy from before a shredding, put back and started, opens the person no more`()
        async throws
    {
        let story = try await Story()
        defer { story.end() }
        try story.putBack()
        #expect(try await story.reveal() == Story.name, "the copy opens, as long as nobody has started it")
        try story.putBack()
        try await story.start()
        await #expect(throws: VaultFault.shredded) { try await story.reveal() }
        #expect(try await story.keys() == 0)
    }

    @Test func `without the file beside the database the same start would open the person`() async throws {
        let story = try await Story()
        defer { story.end() }
        try story.putBack()
        try FileManager.default.removeItem(atPath: TombstoneFile(besideData: story.data).path)
        try await story.start()
        #expect(try await story.reveal() == Story.name)
    }

    @Test func `what only the database remembers is in the file after a start`() async throws {
        let story = try await Story()
        defer { story.end() }
        let file = TombstoneFile(besideData: story.data)
        let known = try file.all()
        #expect(known.map(\.person) == [story.place.person])
        try FileManager.default.removeItem(atPath: file.path)
        try await story.start()
        #expect(try file.all() == known)
    }

    @Test func `half a line is passed over and cut off, and a line of something else stops the start`()
        async throws
    {
        let story = try await Story()
        defer { story.end() }
        let file = TombstoneFile(besideData: story.data)
        let whole = try #require(FileManager.default.contents(atPath: file.path))
        try (whole + Data("ruta-tombstone-1 0123".utf8)).write(to: URL(filePath: file.path))
        #expect(try file.all().count == 1)
        try await story.shred(person: 2)
        #expect(try file.all().count == 2)
        try (whole + Data("something else\n".utf8)).write(to: URL(filePath: file.path))
        #expect(throws: JournalFault.damaged) { try file.all() }
        await #expect(throws: JournalFault.damaged) { try await story.start() }
    }

    @Test func `only the account of the program reads the file`() async throws {
        let story = try await Story()
        defer { story.end() }
        let path = TombstoneFile(besideData: story.data).path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
}

/// A house with one sealed name, a copy of its whole database, and then the shredding of that person.
private struct Story {
    static let name = "Persona de práctica 1"

    let data: String
    let place: VaultPlace
    private let folder: String
    private let sealed: SealedBytes
    private let pair: UnitKeyPair

    init() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/ruta-restored-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let pair = try UnitKeyPair(random: Array(1...32))
        let place = try Self.place(person: 1)
        let data = folder + "/ruta.sqlite"
        sealed = try await Self.inHouse(data) { house in
            let unit = try UnitID(reading: "upe-practica")
            return try await house.vault.seal(
                Self.name, at: place, by: try Self.holder(pair),
                for: [KeyReceiver(unit, of: "upe", key: pair.publicKey)])
        }
        (self.folder, self.pair, self.place, self.data) = (folder, pair, place, data)
        try FileManager.default.copyItem(atPath: data, toPath: data + ".copy")
        try await shred(person: 1)
    }

    func end() { try? FileManager.default.removeItem(atPath: folder) }

    func shred(person: UInt8) async throws {
        let place = try Self.place(person: person)
        try await Self.inHouse(data) { house in
            try await house.vault.shred(
                place.person, of: place.caseID, because: "term-ended", by: try Self.holder(pair).acting)
        }
    }

    /// Puts the whole copy in the place of the database, as after a lost disk.
    func putBack() throws {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: data + end) }
        try FileManager.default.copyItem(atPath: data + ".copy", toPath: data)
    }

    /// Starts the server as the program does, until its port is open, and ends it.
    func start() async throws {
        let settings = try ServerSettings(host: "127.0.0.1", port: "0", data: data)
        let server = try RutaServer(settings, catalog: try Town.catalog())
        let (opened, open) = AsyncStream<Void>.makeStream()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                defer { open.finish() }
                try await server.run { _ in open.yield() }
                return false
            }
            group.addTask {
                for await _ in opened { return true }
                return false
            }
            // A start that is refused throws its error here.
            while let isOpen = try await group.next(), !isOpen {}
            group.cancelAll()
        }
    }

    func reveal() async throws -> String {
        try await Self.inHouse(data) { house in
            try await house.vault.reveal(
                sealed, at: place, because: "attend-person", by: try Self.holder(pair))
        }
    }

    /// How many keys of the person lie in the database.
    func keys() async throws -> Int {
        let database = try SQLiteDatabase(at: data)
        let store = StoredVaultStore(on: database)
        let key = try await store.personKey(of: place.person, .identity)
        try database.close()
        return key == nil ? 0 : 1
    }

    private static func inHouse<Value>(
        _ data: String, _ body: (House) async throws -> Value
    ) async throws -> Value {
        let database = try SQLiteDatabase(at: data)
        let house = try House(on: database, at: data, catalog: try Town.catalog())
        do {
            let value = try await body(house)
            try database.close()
            return value
        } catch {
            try database.close()
            throw error
        }
    }

    private static func place(person: UInt8) throws -> VaultPlace {
        VaultPlace(
            case: try CaseID(reading: String(repeating: "0a", count: 16)),
            person: PersonID(random: Array(repeating: person, count: 16)), .identity, field: "name")
    }

    private static func holder(_ pair: UnitKeyPair) throws -> KeyHolder {
        KeyHolder(
            Acting(
                account: try ActorID(reading: "OF-01"), unit: try UnitID(reading: "upe-practica"),
                institution: "upe", role: .officer),
            keys: pair)
    }
}
