import CaseRegister
import ReferralDomain
import Testing

@testable import Standards

/// A calendar says when and who, and nothing about what or whom.
struct DutyCalendarTests {
    private func row(due: Int64?, subject: String = "child-measure") throws -> ObligationRow {
        let start = House.now
        let obligation = Obligation(
            id: "serve." + String(repeating: "5", count: 32), kind: .serve,
            owner: .init("upe", person: PersonID(random: Array(repeating: 3, count: 16))), subject: subject,
            clock: .init(
                rule: "D-05", start: start, legalDue: due.map { start.adding(milliseconds: $0) },
                targetDue: nil, pausedUntil: nil), climbed: nil, nextRung: nil)
        return ObligationRow(
            case: try CaseID(reading: String(repeating: "7", count: 32)),
            CaseReference(random: Array(0..<14)), version: 3, municipality: "150135", harm: 0,
            obligation: obligation)
    }

    @Test func `an entry has the code, the body and the hour, and no word of the case`() throws {
        let row = try row(due: 3_600_000)
        let entry = try #require(DutyCalendar.Entry(row, institution: "UPE"))
        let text = DutyCalendar([entry]).text(at: House.now)
        #expect(text.contains("SUMMARY:\(row.reference.text) · UPE\r\n"))
        #expect(text.contains("DTSTART:\(DutyCalendar.stamp(House.now.adding(milliseconds: 3_600_000)))\r\n"))
        for secret in ["child-measure", "serve", "7777", "0303", "D-05", "150135"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        #expect(DutyCalendar([entry]).text(at: House.now) == text)
    }

    @Test func `what has no end has no place in a calendar`() throws {
        #expect(DutyCalendar.Entry(try row(due: nil), institution: "UPE") == nil)
    }

    @Test func `a line has at most 75 bytes and no character is cut`() {
        let long = "SUMMARY:" + String(repeating: "ñandú · ", count: 40)
        let folded = DutyCalendar.folded(long)
        let lines = folded.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.count > 3 && lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
        #expect(folded.replacing("\r\n ", with: "") == long)
    }

    @Test func `nothing that a name holds can end a line`() {
        #expect(DutyCalendar.escaped("a,b;c\\d\ne\r\nf") == "a\\,b\\;c\\\\d\\ne\\nf")
    }
}
