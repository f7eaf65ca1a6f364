import Access
import CaseRegister
import ReferralDomain
import Testing

/// The log holds words only, and whoever alters it breaks it.
struct AuditTests {
    @Test(arguments: ["Persona de práctica 1", "", "a b", "ñ", "linea\n", String(repeating: "a", count: 65)])
    func `neither a name nor a text can be written into the log`(text: String) async throws {
        let log = MemoryAuditLog(digest: Self.digest)
        for entry in [
            try Self.entry(action: text), try Self.entry(objects: ["x", text]), try Self.entry(reason: text),
        ] {
            await #expect(throws: JournalFault.other(code: "audit-not-a-word")) {
                try await log.commit(entry)
            }
        }
        #expect(await log.list(AuditFilter()).isEmpty)
    }

    @Test func `every altered, moved, lost or added leaf breaks the chain at its place`() throws {
        let chain = AuditChain(digest: Self.digest)
        var leaves: [AuditLeaf] = []
        for number in 1...6 {
            leaves.append(try chain.leaf(of: Self.entry(objects: ["case-\(number)"]), after: leaves.last))
        }
        #expect(chain.firstBreak(in: leaves) == nil)
        for place in leaves.indices {
            var altered = leaves
            altered[place] = AuditLeaf(
                position: leaves[place].position, entry: try Self.entry(objects: ["other"]),
                previousHash: leaves[place].previousHash, hash: leaves[place].hash)
            #expect(chain.firstBreak(in: altered) == Int64(place + 1))
            var doubled = leaves
            doubled.insert(leaves[place], at: place)
            #expect(chain.firstBreak(in: doubled) == Int64(place + 2))
            guard place < leaves.count - 1 else { continue }
            var shorter = leaves
            shorter.remove(at: place)
            #expect(chain.firstBreak(in: shorter) == Int64(place + 1))
            var swapped = leaves
            swapped.swapAt(place, place + 1)
            #expect(chain.firstBreak(in: swapped) == Int64(place + 1))
        }
    }

    @Test func `every part of an entry is in its hash`() throws {
        let chain = AuditChain(digest: Self.digest)
        let entries = [
            try Self.entry(), try Self.entry(action: "search"), try Self.entry(objects: ["a"]),
            try Self.entry(objects: ["a", "b"]), try Self.entry(reason: "emergency"),
            try Self.entry(by: ("op-02", "upe-lima")), try Self.entry(by: ("op-01", "other")),
            try Self.entry(at: 2),
        ]
        let hashes = try Set(entries.map { try chain.leaf(of: $0, after: nil).hash })
        #expect(hashes.count == entries.count)
    }

    @Test func `tombstones are found in a history whatever else is in it`() throws {
        let person = PersonID(random: Array(repeating: 7, count: 16))
        let id = try CaseID(reading: String(repeating: "a", count: 32))
        let stamp = Stamp(actor: .street, instant: Instant(millisecondsSinceEpoch: 9))
        let events: [CaseEvent] = [
            .person(person, .ageSettled(.adult)), .person(person, .shredded(reason: "term-ended")),
        ]
        let history = events.enumerated().map { place, event in
            RecordedEvent(
                position: Int64(place + 1), caseID: id, version: place + 1, event: NewEvent(event),
                stamp: stamp)
        }
        #expect(Tombstone.all(in: history) == [Tombstone(person, at: stamp.instant)])
    }

    /// A digest of the tests: nothing else is needed of it than that it tells texts apart.
    @Sendable private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var lanes = (0..<4).map { UInt64(0xCBF2_9CE4_8422_2325) &+ UInt64($0) }
        for byte in bytes {
            for lane in lanes.indices {
                lanes[lane] = (lanes[lane] ^ UInt64(byte)) &* (0x100_0000_01B3 &+ UInt64(2 * lane))
            }
        }
        return lanes.flatMap { lane in (0..<8).map { UInt8(truncatingIfNeeded: lane >> (8 * UInt64($0))) } }
    }

    private static func entry(
        action: String = "reveal", objects: [String] = [], reason: String? = nil,
        by account: (String, String) = ("op-01", "upe-lima"), at milliseconds: Int64 = 1
    ) throws -> AuditEntry {
        AuditEntry(
            action, on: objects, because: reason,
            by: (try ActorID(reading: account.0), try UnitID(reading: account.1)),
            at: Instant(millisecondsSinceEpoch: milliseconds))
    }
}
