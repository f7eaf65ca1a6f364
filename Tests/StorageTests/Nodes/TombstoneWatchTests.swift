import Access
import CaseRegister
import Foundation
import Logging
import ReferralDomain
import Storage
import Synchronization
import Testing

@testable import Composition

/// Each node keeps beside itself what any node has shredded, so that a restored copy brings nobody back.
struct TombstoneWatchTests {
    @Test(arguments: DatabaseKind.allCases)
    func `what another node shredded stands in the file of this one after a look, once`(kind: DatabaseKind)
        async throws
    {
        try await kind.withDatabase { database, stranger in
            try await World.withFolder { folder in
                let watch = Self.watch(try StoredCaseJournal(on: database), in: folder, Said())
                await watch.look()
                #expect(try watch.file.all() == [])
                let other = StoredVaultStore(on: try stranger.program())
                for person in UInt8(1)...2 {
                    let tombstone = try Self.tombstone(person)
                    try await other.shred([tombstone])
                    await watch.look()
                    #expect(try watch.file.all().last == tombstone)
                }
                await watch.look()
                #expect(try watch.file.all().count == 2)
            }
        }
    }

    @Test func `a file that cannot be read is said without naming anybody, and the next look goes on`()
        async throws
    {
        try await World.withJournal { journal, database, path in
            let tombstone = try Self.tombstone(1)
            try await StoredVaultStore(on: database).shred([tombstone])
            let said = Said()
            let watch = Self.watch(journal, at: path, said)
            try PrivateFile.write(Data("of another kind\n".utf8), to: URL(filePath: watch.file.path))
            await watch.look()
            #expect(said.lines.count == 1)
            #expect(!said.lines.joined().contains(tombstone.person.text))
            try FileManager.default.removeItem(atPath: watch.file.path)
            await watch.look()
            #expect(try watch.file.all() == [tombstone])
            #expect(said.lines.count == 1)
        }
    }

    private static func watch(_ journal: StoredCaseJournal, in folder: String, _ said: Said) -> TombstoneWatch
    {
        watch(journal, at: folder + "/ruta.sqlite", said)
    }

    private static func watch(_ journal: StoredCaseJournal, at data: String, _ said: Said) -> TombstoneWatch {
        TombstoneWatch(
            journal: journal, file: TombstoneFile(besideData: data),
            logger: Logger(label: "test") { _ in said })
    }

    private static func tombstone(_ person: UInt8) throws -> Tombstone {
        Tombstone(try BackupWorld.place(person).person, at: Instant(millisecondsSinceEpoch: Int64(person)))
    }
}

/// What a watch wrote into its log.
///
/// It is a class because the logger takes a copy of a value.
private final class Said: LogHandler, Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        kept.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
