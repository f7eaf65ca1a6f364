import CaseRegister
import Crypto

/// What somebody who can write to the database may do to the journal.
enum Tampering: CaseIterable {
    case editColumn, delete, swap, move, insert, duplicate, cutTail, rollBack, rehashTail, rehashCase

    /// The same as rows are stored: what changes its place gets the position of that place.
    func tamperStored(with rows: inout [RawEntry], _ dice: inout Dice) {
        tamper(with: &rows, &dice)
        switch self {
        case .swap, .move: break
        case .insert, .duplicate: Self.makeUnique(&rows)
        case .editColumn, .delete, .cutTail, .rollBack, .rehashTail, .rehashCase: return
        }
        for place in rows.indices { rows[place].position = Int64(place + 1) }
    }

    /// Gives a planted row a version and a hash that no other one has: the schema would refuse it at once.
    private static func makeUnique(_ rows: inout [RawEntry]) {
        var versions: [[UInt8]: Set<Int64>] = [:]
        var hashes: Set<[UInt8]> = []
        for place in rows.indices {
            while !versions[rows[place].caseID, default: []].insert(rows[place].version).inserted {
                rows[place].version += 1_000
            }
            while !hashes.insert(rows[place].hash).inserted { rows[place].hash[0] ^= 1 }
        }
    }

    /// Changes the rows as they lie in memory; a change of place leaves the positions as they were.
    func tamper(with rows: inout [RawEntry], _ dice: inout Dice) {
        let place = Int.random(in: 0..<rows.count, using: &dice)
        let other = Int.random(in: 0..<rows.count, using: &dice)
        switch self {
        case .editColumn: Self.edit(&rows[place], &dice)
        case .delete: rows.remove(at: place)
        case .swap: rows.swapAt(place, other)
        case .move: rows.insert(rows.remove(at: place), at: min(other, rows.count))
        case .insert:
            var planted = rows[place]
            Self.edit(&planted, &dice)
            rows.insert(planted, at: other)
        case .duplicate: rows.insert(rows[place], at: other)
        case .cutTail: rows.removeLast(Int.random(in: 1...rows.count, using: &dice))
        case .rollBack:
            // An older copy, in which other things happened since; every hash is right.
            rows.removeLast(Int.random(in: 1..<rows.count, using: &dice))
            for _ in 0..<Int.random(in: 0...3, using: &dice) { rows.append(Self.entry(&dice)) }
            Self.rehash(&rows, from: 0)
        case .rehashTail:
            Self.edit(&rows[place], &dice)
            Self.rehash(&rows, from: place)
        case .rehashCase:
            // Only the chain of the case is made anew, as for an export of that case.
            Self.edit(&rows[place], &dice)
            Self.rehash(&rows, from: 0, keepingJournal: true)
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

    /// A row that could be one of the journal.
    static func entry(_ dice: inout Dice) -> RawEntry {
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
    static func rehash(_ rows: inout [RawEntry], from start: Int, keepingJournal: Bool = false) {
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
