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

    enum Tampering: CaseIterable {
        case editColumn, delete, swap, move, insert, duplicate, cutTail, rollBack, rehashTail, rehashCase
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
            while forged == rows { tamper(with: &forged, kind, &dice) }
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

    private static func tamper(with rows: inout [RawEntry], _ kind: Tampering, _ dice: inout Dice) {
        let place = Int.random(in: 0..<rows.count, using: &dice)
        let other = Int.random(in: 0..<rows.count, using: &dice)
        switch kind {
        case .editColumn: edit(&rows[place], &dice)
        case .delete: rows.remove(at: place)
        case .swap: rows.swapAt(place, other)
        case .move: rows.insert(rows.remove(at: place), at: min(other, rows.count))
        case .insert:
            var planted = rows[place]
            edit(&planted, &dice)
            rows.insert(planted, at: other)
        case .duplicate: rows.insert(rows[place], at: other)
        case .cutTail: rows.removeLast(Int.random(in: 1...rows.count, using: &dice))
        case .rollBack:
            // An older copy, in which other things happened since; every hash is right.
            rows.removeLast(Int.random(in: 1..<rows.count, using: &dice))
            for _ in 0..<Int.random(in: 0...3, using: &dice) { rows.append(entry(&dice)) }
            rehash(&rows, from: 0)
        case .rehashTail:
            edit(&rows[place], &dice)
            rehash(&rows, from: place)
        case .rehashCase:
            // Only the chain of the case is made anew, as for an export of that case.
            edit(&rows[place], &dice)
            rehash(&rows, from: 0, keepingJournal: true)
        }
    }

    /// Changes one column of a row in one of its bytes.
    private static func edit(_ row: inout RawEntry, _ dice: inout Dice) {
        let change = { (bytes: inout [UInt8], dice: inout Dice) in
            guard !bytes.isEmpty else { return bytes.append(UInt8(ascii: "x")) }
            bytes[Int.random(in: 0..<bytes.count, using: &dice)] ^= UInt8.random(in: 1...127, using: &dice)
        }
        switch Int.random(in: 0..<11, using: &dice) {
        case 0: row.position += Int64.random(in: 1...3, using: &dice)
        case 1: row.version += Int64.random(in: -2...3, using: &dice)
        case 2: row.eventVersion += 1
        case 3: row.recordedAtMilliseconds -= Int64.random(in: 1...90_000, using: &dice)
        case 4: change(&row.caseID, &dice)
        case 5: change(&row.name, &dice)
        case 6: change(&row.payload, &dice)
        case 7: change(&row.actor, &dice)
        case 8: change(&row.previousHash, &dice)
        case 9: change(&row.hash, &dice)
        default: change(&row.caseHash, &dice)
        }
    }

    private static func journal(seed: UInt64) -> [RawEntry] {
        var dice = Dice(seed: seed)
        var rows = (0..<24).map { _ in entry(&dice) }
        rehash(&rows, from: 0)
        return rows
    }

    private static func entry(_ dice: inout Dice) -> RawEntry {
        var row = RawEntry()
        row.caseID = Array("0000000000000000000000000000000\(Int.random(in: 1...4, using: &dice))".utf8)
        row.name = Array("word-received".utf8)
        row.eventVersion = 1
        row.payload = Array(#"{"obligation":"claim.\#(Int.random(in: 1...99, using: &dice))"}"#.utf8)
        row.actor = Array("operator-1".utf8)
        row.recordedAtMilliseconds = Int64.random(in: 1...1_000_000, using: &dice)
        return row
    }

    /// What an attacker can do who knows everything but the place where the end is kept.
    private static func rehash(_ rows: inout [RawEntry], from start: Int, keepingJournal: Bool = false) {
        var hasher = JournalHasher(digest: digest)
        let beginning = Array(JournalChain.beginning.utf8)
        var ends: [[UInt8]: (version: Int64, hash: [UInt8])] = [:]
        for place in rows.indices {
            let end = ends[rows[place].caseID] ?? (0, beginning)
            let previous = place == 0 ? beginning : rows[place - 1].hash
            if place >= start {
                rows[place].position = Int64(place + 1)
                rows[place].version = end.version + 1
            }
            let (whole, ofCase) = hasher.hashes(of: rows[place], after: previous, inCaseAfter: end.hash)
            if place >= start, !keepingJournal {
                rows[place].previousHash = previous
                rows[place].hash = whole
            }
            if place >= start { rows[place].caseHash = ofCase }
            ends[rows[place].caseID] = (rows[place].version, rows[place].caseHash)
        }
    }

    @Sendable private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        Array(Crypto.SHA256.hash(data: bytes))
    }
}
