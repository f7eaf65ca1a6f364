import Access
import CaseRegister
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// The paper of a shift: only for what the house has kept, and only as it was kept.
struct CertificateTests {
    private static let shift = ShiftCode(reading: PracticeHouse.shift)!

    private func result(
        _ number: Int, _ subject: String, hour: Int = 0, isPassed: Bool = true, shift: ShiftCode = shift
    ) -> DrillResult {
        DrillResult(
            id: RecordID(random: Array(repeating: UInt8(number), count: 16)),
            kind: subject == CourseRoutes.subject ? .course : .scene, subject: subject, shift: shift,
            edition: "1", claimedStart: nil,
            endedAt: Instant(millisecondsSinceEpoch: Int64(hour) * 3_600_000), trail: [],
            signs: .init(offered: [], present: [], marked: []), choices: [], score: 90, isPassed: isPassed)
    }

    private var whole: [DrillResult] {
        [
            result(1, "course"), result(2, "street-corner-night", hour: 1),
            result(3, "terminal-four-girls", hour: 2), result(4, "hostel-queue", hour: 3),
        ]
    }

    @Test func `it takes the course and three different scenes of one day`() {
        #expect(Certificate(whole, of: Self.shift) != nil)
        for gone in whole.indices {
            var less = whole
            less.remove(at: gone)
            #expect(Certificate(less, of: Self.shift) == nil)
        }
        var same = whole
        same[3] = result(4, "street-corner-night", hour: 3)
        #expect(Certificate(same, of: Self.shift) == nil)
        var failed = whole
        failed[3] = result(4, "hostel-queue", hour: 3, isPassed: false)
        #expect(Certificate(failed, of: Self.shift) == nil)
        var late = whole
        late[3] = result(4, "hostel-queue", hour: 30)
        #expect(Certificate(late, of: Self.shift) == nil)
    }

    @Test func `what is practised later does not change a paper that was printed`() {
        let before = Certificate(whole, of: Self.shift)
        let after = Certificate(whole + [result(5, "begging-night-van", hour: 4)], of: Self.shift)
        #expect(before == after)
    }

    @Test func `another code has another check`() throws {
        let other = try #require(ShiftCode(reading: "T-0428"))
        let theirs = whole.map {
            result(Int($0.id.text.prefix(2), radix: 16)!, $0.subject, hour: 1, shift: other)
        }
        #expect(Certificate(theirs, of: other)?.check != Certificate(whole, of: Self.shift)?.check)
        #expect(Certificate(theirs, of: Self.shift) == nil)
    }

    @Test func `the house says of its own check that it is true, and of any other that it is not`()
        async throws
    {
        let house = try PracticeHouse()
        for result in whole { _ = try await house.book.keep(result) }
        let check = try #require(Certificate(whole, of: Self.shift)).check
        try await house.open { client in
            let paper = try await client.post(
                "/practica/constancia", ["turno": "t 0427".replacing(" ", with: "-")])
            #expect(paper.text.contains(check) && paper.text.contains("SIMULACRO"))
            let right = try await client.post(
                "/practica/constancia", ["turno": "T-0427", "clave": check.lowercased()])
            #expect(right.text.contains("La clave es de esta casa"))
            let wrong = try await client.post(
                "/practica/constancia", ["turno": "T-0427", "clave": "00000000"])
            #expect(wrong.text.contains("La clave no es de este turno"))
            #expect(!wrong.text.contains(check))
        }
    }
}
