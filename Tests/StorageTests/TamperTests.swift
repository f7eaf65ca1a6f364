import CaseRegister
import Crypto
import Testing

/// Whoever can write to the database cannot change the journal unseen, given the last end that was kept elsewhere.
struct TamperTests {
    @Test func `ten thousand ways to tamper are all found`() throws {
        let missed = Self.missed(tries: 10_000, seed: 20_261_123) { Self.check($0, $1) }
        #expect(missed.isEmpty, "seed 20261123: \(missed.prefix(5))")
    }

    @Test func `a check that looks at no hash is caught by the same tries`() {
        let missed = Self.missed(tries: 500, seed: 7) { rows, anchor in
            rows.enumerated().allSatisfy { $0.element.position == Int64($0.offset + 1) }
                && Int64(rows.count) >= anchor.position
        }
        #expect(!missed.isEmpty)
    }

    @Test func `a check without the kept end misses what only the end can show`() {
        let kinds = Set(Self.missed(tries: 2_000, seed: 7) { rows, _ in Self.check(rows, nil) })
        #expect(kinds == [.delete, .cutTail, .rehashTail, .rollBack])
    }

    @Test func `what nobody touched is whole`() {
        let rows = Self.journal(seed: 3)
        #expect(Self.check(rows, Self.anchor(of: rows)))
        #expect(Self.check([], nil))
    }

    /// The ways of tampering that a check took for whole.
    private static func missed(
        tries: Int, seed: UInt64, _ isWhole: ([RawEntry], JournalAnchor) -> Bool
    ) -> [Tampering] {
        var dice = Dice(seed: seed)
        let rows = journal(seed: seed)
        let anchor = anchor(of: rows)
        var missed: [Tampering] = []
        for number in 0..<tries {
            let kind = Tampering.allCases[number % Tampering.allCases.count]
            var forged = rows
            while forged == rows { kind.tamper(with: &forged, &dice) }
            if isWhole(forged, anchor) { missed.append(kind) }
        }
        return missed
    }

    private static func check(_ rows: [RawEntry], _ anchor: JournalAnchor?) -> Bool {
        var check = JournalCheck(digest: digest, anchors: anchor.map { [$0] } ?? [])
        for row in rows where check.take(row) != nil { return false }
        return check.finish() == nil
    }

    private static func anchor(of rows: [RawEntry]) -> JournalAnchor {
        JournalAnchor(
            position: Int64(rows.count),
            hash: String(decoding: rows.last?.hash ?? [], as: UTF8.self))
    }

    private static func journal(seed: UInt64) -> [RawEntry] {
        var dice = Dice(seed: seed)
        var rows = (0..<24).map { _ in Tampering.entry(&dice) }
        Tampering.rehash(&rows, from: 0)
        return rows
    }

    @Sendable private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        Array(Crypto.SHA256.hash(data: bytes))
    }
}
