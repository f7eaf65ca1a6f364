import Testing

@testable import Sealing

/// Two institutions that count together, each with its own key.
private struct Pair {
    let session = CountSession("2026-q3")!
    let mine = CountKey(random: Array(repeating: 7, count: 32))!
    let theirs = CountKey(random: Array(repeating: 9, count: 32))!

    func people(_ numbers: Range<Int>) throws -> Set<CountToken> {
        Set(try numbers.map { try CountToken(reading: "dni;\(10_000_000 + $0)") })
    }

    /// What both find, over the text of the files.
    func count(_ one: Range<Int>, _ other: Range<Int>) throws -> JointCount {
        let first = try CountList(reading: CountList(try people(one), with: mine, in: session).text)
        let second = try CountList(reading: CountList(try people(other), with: theirs, in: session).text)
        return try JointCount(first.again(with: theirs), second.again(with: mine))
    }
}

struct JointCountTests {
    private let pair = Pair()

    @Test func `equal persons meet, whatever the order and whoever blinds first`() throws {
        let count = try pair.count(0..<50, 30..<80)
        #expect(count.both == 20)
        #expect(count.together == 80)
    }

    @Test(arguments: [
        (0..<30, 20..<60), (0..<30, 29..<70), (0..<30, 0..<30), (0..<30, 10..<40), (0..<30, 40..<70),
    ])
    func `a part of fewer than eleven is never told, nor what would give it away`(
        one: Range<Int>, other: Range<Int>
    ) throws {
        let both = Set(one).intersection(other).count
        let parts = [both, one.count - both, other.count - both]
        let count = try pair.count(one, other)
        #expect((count.both == nil) == (parts.min()! < 11))
        #expect((count.together == nil) == (parts.min()! < 11))
    }

    @Test func `what travels does not show a person who could be guessed`() throws {
        let list = try CountList(try pair.people(0..<50), with: pair.mine, in: pair.session)
        let guesser = CountKey(random: Array(repeating: 3, count: 32))!
        for number in 0..<50 {
            let token = try CountToken(reading: "dni;\(10_000_000 + number)")
            #expect(!list.points.contains(guesser.blinded(token, in: pair.session)))
        }
    }

    @Test func `points of one session say nothing about another one`() throws {
        let other = CountSession("2026-q4")!
        let one = try CountList(try pair.people(0..<50), with: pair.mine, in: pair.session)
        let next = try CountList(try pair.people(0..<50), with: pair.mine, in: other)
        #expect(Set(one.points).isDisjoint(with: next.points))
        #expect(throws: CountList.Fault.otherSession) {
            try JointCount(try one.again(with: pair.theirs), try next.again(with: pair.theirs))
        }
    }

    @Test func `the order of a list is that of its points and not of the people`() throws {
        let list = try CountList(try pair.people(0..<50), with: pair.mine, in: pair.session)
        #expect(list.points == list.points.sorted())
    }
}

struct HostilePeerTests {
    private let pair = Pair()

    private func text(_ change: (inout [String]) -> Void) throws -> String {
        var lines = try CountList(try pair.people(0..<20), with: pair.mine, in: pair.session).text
            .split(separator: "\n").map(String.init)
        change(&lines)
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func `a list that asks for one person is refused`() throws {
        let lines = try text { $0 = Array($0.prefix(2)) }
        #expect(throws: CountList.Fault.tooFew) { try CountList(reading: lines) }
        #expect(throws: CountList.Fault.tooFew) {
            try CountList(try pair.people(0..<10), with: pair.mine, in: pair.session)
        }
    }

    @Test func `a point that stands twice is refused`() throws {
        let lines = try text { $0[2] = $0[1] }
        #expect(throws: CountList.Fault.twice) { try CountList(reading: lines) }
    }

    @Test(arguments: [
        String(repeating: "0", count: 64), String(repeating: "f", count: 64), "ab", "", "zz",
        String(repeating: "0", count: 63) + "1",
    ])
    func `what is no point of the curve is refused`(point: String) throws {
        let isPoint = HexText.bytes(of: point).flatMap { CountPoint($0) } != nil
        let lines = try text { $0[1] = point.isEmpty ? "00" : point }
        if !isPoint { #expect(throws: CountList.Fault.noPoint) { try CountList(reading: lines) } }
    }

    @Test func `a list is never blinded a third time, nor compared after one`() throws {
        let once = try CountList(try pair.people(0..<20), with: pair.mine, in: pair.session)
        let twice = try once.again(with: pair.theirs)
        #expect(throws: CountList.Fault.wrongRound) { try twice.again(with: pair.mine) }
        #expect(throws: CountList.Fault.wrongRound) { try JointCount(once, twice) }
    }

    @Test(arguments: ["", "hello", "ruta-count-2 2026-q3 1", "ruta-count-1 A_B 1", "ruta-count-1 a 3"])
    func `another file is no list`(head: String) throws {
        let lines = try text { $0[0] = head }
        #expect(throws: CountList.Fault.self) { try CountList(reading: lines) }
    }
}

struct CountTokenTests {
    @Test(arguments: [
        ("dni;1234567", "DNI;01234567"), ("dni; 12.345.678 ", "dni;12345678"),
        ("pas;ab-123 456", "PAS;AB123456"),
        ("nombre;Ñáñez Quispe, José;2001-05-09", "NOMBRE;JOSE  QUISPE NANEZ;2001-05-09"),
    ])
    func `two ways to write a person are one`(one: String, other: String) throws {
        #expect(try CountToken(reading: one) == (try CountToken(reading: other)))
    }

    @Test(arguments: [
        ("12345678", CountToken.Misread.unknownKind), ("dni;123456789", .badDocument),
        ("dni;12A", .badDocument),
        ("dni;", .badDocument), ("nombre;Quispe;2001-05-09", .badName), ("nombre;Quispe Ana", .badName),
        ("nombre;Quispe Ana;9/5/2001", .badDay), ("ce;1", .badDocument),
    ])
    func `a line that is no person is refused without saying what it says`(
        line: String, reason: CountToken.Misread
    ) {
        #expect(throws: reason) { try CountToken(reading: line) }
    }
}
