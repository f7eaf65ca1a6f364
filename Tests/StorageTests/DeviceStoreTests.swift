import Access
import CaseRegister
import Crypto
import ReferralDomain
import Sealing
import Storage
import Testing

/// All stores of devices, and all books of what came from them, keep the same promises.
struct DeviceStoreTests {
    private static let unit = try! UnitID(reading: "central-150135")
    private static let other = try! UnitID(reading: "central-150132")
    private static let actor = try! ActorID(reading: "OP-12")
    private static let now = Instant(millisecondsSinceEpoch: 1_000_000)

    private func withStores(_ story: (any DeviceStore, any IntakeBook) async throws -> Void) async throws {
        try await story(MemoryDeviceStore(), MemoryIntakeBook())
        for kind in DatabaseKind.allCases {
            try await kind.withDatabase { database, _ in
                try await story(StoredDevices(on: database), StoredIntakeBook(on: database))
            }
        }
    }

    private func key(_ seed: UInt8) throws -> PointKey {
        let pair = try P256.Signing.PrivateKey(rawRepresentation: (0..<32).map { seed + $0 })
        return try PointKey(raw: Array(pair.publicKey.x963Representation))
    }

    private func invitation(_ lookup: Character, days: Int = 90) -> DeviceInvitation {
        DeviceInvitation(
            lookup: String(repeating: lookup, count: 64), label: "S-4471", unit: Self.unit, days: days,
            made: Stamp(actor: Self.actor, instant: Self.now))
    }

    private func id(_ number: UInt32) throws -> DeviceID { try #require(DeviceID(number)) }

    @Test func `an invitation makes one device, for its key alone, within its quarter of an hour`()
        async throws
    {
        try await withStores { store, _ in
            let invitation = invitation("a", days: 30)
            try await store.invite(invitation)
            let (first, second) = (try key(1), try key(2))
            let late = invitation.expires
            #expect(try await store.enrol(first, with: invitation.lookup, as: try id(7), at: late) == nil)
            let made = try await store.enrol(first, with: invitation.lookup, as: try id(7), at: Self.now)
            let device = try #require(made)
            #expect(device.id == (try id(7)) && device.label == "S-4471" && device.unit == Self.unit)
            #expect(device.expires == Self.now.adding(milliseconds: 30 * 86_400_000))
            #expect(device.isLive(at: Self.now) && !device.isLive(at: device.expires))
            let again = try await store.enrol(first, with: invitation.lookup, as: try id(8), at: Self.now)
            #expect(again == device)
            let foreign = try await store.enrol(second, with: invitation.lookup, as: try id(9), at: Self.now)
            #expect(foreign == nil)
            #expect(try await store.device(try id(7)) == device)
            #expect(try await store.device(try id(8)) == nil)
            let unknown = String(repeating: "f", count: 64)
            #expect(try await store.enrol(second, with: unknown, as: try id(9), at: Self.now) == nil)
        }
    }

    @Test func `a number or a key that is taken makes no second device`() async throws {
        try await withStores { store, _ in
            for lookup in ["a", "b", "c"] as [Character] { try await store.invite(invitation(lookup)) }
            func enrol(_ seed: UInt8, _ lookup: Character, _ number: UInt32) async throws -> Device? {
                try await store.enrol(
                    try key(seed), with: String(repeating: lookup, count: 64), as: try id(number),
                    at: Self.now)
            }
            #expect(try await enrol(1, "a", 7) != nil)
            #expect(try await enrol(2, "b", 7) == nil)
            #expect(try await enrol(1, "c", 8) == nil)
            #expect(try await enrol(2, "b", 8) != nil)
        }
    }

    @Test func `a device is ended by its unit, once, and stays in the list`() async throws {
        try await withStores { store, _ in
            try await store.invite(invitation("a"))
            let lookup = String(repeating: "a", count: 64)
            _ = try await store.enrol(try key(1), with: lookup, as: try id(7), at: Self.now)
            let stamp = Stamp(actor: Self.actor, instant: Self.now.adding(milliseconds: 5))
            #expect(try await !store.revoke(try id(7), of: Self.other, stamp))
            #expect(try await !store.revoke(try id(8), of: Self.unit, stamp))
            #expect(try await store.revoke(try id(7), of: Self.unit, stamp))
            let later = Stamp(actor: Self.actor, instant: Self.now.adding(milliseconds: 9))
            #expect(try await store.revoke(try id(7), of: Self.unit, later))
            let list = try await store.devices(of: Self.unit)
            #expect(list.map(\.revoked) == [stamp])
            #expect(list.first?.isLive(at: Self.now) == false)
            #expect(try await store.devices(of: Self.other).isEmpty)
        }
    }

    private func record(_ hash: Character, sent: Int64, detail: [UInt8]? = nil) throws -> IntakeRecord {
        IntakeRecord(
            try CaseID(reading: String(repeating: "5", count: 32)),
            packetHash: String(repeating: hash, count: 64),
            device: try id(7),
            at: (Self.now, Instant(millisecondsSinceEpoch: sent), Instant(millisecondsSinceEpoch: sent + 1)),
            marks: [.clock, .detail]
        ).holding(detail.map { SealedBytes($0) }, of: Self.unit)
    }

    @Test func `what was sealed last stands, and the same packet changes nothing`() async throws {
        try await withStores { _, book in
            let (first, second) = (try record("a", sent: 10), try record("b", sent: 20, detail: [1, 2]))
            #expect(try await book.record(of: first.id) == nil)
            #expect(try await book.keep(first) == first)
            #expect(try await book.keep(second) == second)
            #expect(try await book.keep(first) == second)
            #expect(try await book.keep(try record("b", sent: 30)) == second)
            #expect(try await book.record(of: first.id) == second)
        }
    }

    @Test func `a handover is kept once, as it came first`() async throws {
        try await withStores { _, book in
            let caseID = try CaseID(reading: String(repeating: "5", count: 32))
            func handover(_ digit: Character, _ conflict: HandoverRecord.Conflict?) throws -> HandoverRecord {
                HandoverRecord(
                    try RecordID(reading: String(repeating: digit, count: 32)), of: caseID, from: try id(7),
                    to: try id(8), post: "F-07", at: (Self.now, Self.now, Self.now),
                    packetHash: String(repeating: "a", count: 64), conflict: conflict)
            }
            let first = try handover("1", nil)
            #expect(try await book.keep(first) == first)
            #expect(try await book.keep(try handover("1", .another)) == first)
            let second = try handover("2", .another)
            #expect(try await book.keep(second) == second)
            #expect(try await book.handovers(of: caseID) == [first, second])
        }
    }

    @Test func `a catalogue is in force since it came last, and is known for ever`() async throws {
        try await withStores { _, book in
            func since(_ hash: String, _ at: Int64) async throws -> Int64 {
                try await book.catalogInForce(
                    hash, version: "2026.11.1", at: Instant(millisecondsSinceEpoch: at)
                ).millisecondsSinceEpoch
            }
            var found: [Int64] = []
            for (hash, at) in [("one", Int64(10)), ("one", 20), ("two", 30), ("one", 40)] {
                found.append(try await since(hash, at))
            }
            #expect(found == [10, 10, 30, 40])
            let (two, three) = (try await book.knowsCatalog("two"), try await book.knowsCatalog("three"))
            #expect(two && !three)
        }
    }
}
