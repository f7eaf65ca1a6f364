import CaseRegister
import ReferralDomain
import Testing

@testable import Standards

/// What comes into a register of a file: all of it or nothing, once, and never one office's case for another's.
struct HTCDSIntakeTests {
    private let journal = MemoryJournal(random: SeededSource(seed: 11))
    private static let stamp = Stamp(actor: .street, instant: House.now)

    private func intake() throws -> HTCDSIntake { HTCDSIntake(into: journal, under: try House.catalog()) }

    private func cases(_ text: String, from office: String? = nil) throws -> [HTCDSCase] {
        let reading = HTCDSReading(Array(text.utf8), under: try House.catalog(), at: House.now)
        try #require(reading.findings.isEmpty, "\(reading.findings)")
        return try intake().cases(of: reading, at: House.now, from: office)
    }

    private static let file = "x_case_id,hte_City,hte_Date\n1,Breña,1/11/2026\n2,Lince,2/11/2026\n3,Comas,\n"

    @Test func `the same file twice is taken in once`() async throws {
        let cases = try cases(Self.file)
        let first = try await intake().take(cases, stamp: Self.stamp)
        #expect(first.map(\.isRepeat) == [false, false, false])
        let again = try await intake().take(cases, stamp: Self.stamp)
        #expect(again.map(\.isRepeat) == [true, true, true])
        #expect(again.map(\.reference) == first.map(\.reference))
        #expect(await journal.health().lastPosition == 3)
    }

    @Test func `two offices that number from one mean other cases`() throws {
        let ids = try ["upe", "cem", nil].map { Set(try cases(Self.file, from: $0).map(\.report.id)) }
        #expect(Set(ids.joined()).count == 9)
        #expect(try Set(cases(Self.file, from: "upe").map(\.report.id)) == ids[0])
    }

    @Test func `what would come in, what is here, and what is told in another way are told apart`()
        async throws
    {
        _ = try await intake().take(try cases(Self.file), stamp: Self.stamp)
        let changed = Self.file.replacing("Lince", with: "Breña") + "4,Comas,\n"
        let standing = try await intake().standing(of: try cases(changed))
        #expect(standing.new.count == 1 && standing.known.count == 3)
        #expect(standing.differing == [3])
    }

    @Test func `whoever guesses at a case of ours by its id learns nothing of it`() async throws {
        let id = String(repeating: "5a", count: 16)
        let file = "x_case_id,hte_City\n\(id),Breña\n"
        _ = try await intake().take(try cases(file), stamp: Self.stamp)
        for guess in ["Breña", "Lince"] {
            let standing = try await intake().standing(of: try cases(file.replacing("Breña", with: guess)))
            #expect(
                standing == HTCDSIntake.Standing(new: [], known: [try CaseID(reading: id)], differing: []))
        }
    }

    @Test func `the table that a page sends back is the same cases, without a name`() throws {
        let text = """
            x_case_id,hte_Date,hte_City,prs_Gender,prs_Birthdate,vic_TypeOfExploitation,prs_FirstName,prs_MobilePhone
            A-1,2026-11-01,Breña,Feminine,1/5/2012,ForcedBegging,Zutana,+51987654321
            A-2,2026-11-02,Lince,Masculine,,ForcedLabour,Zutana,
            A-3,,,,,,,
            """
        let first = try cases(text, from: "upe")
        let table = HTCDSCase.table(of: first)
        #expect(!table.contains("Zutana") && !table.contains("987654321") && !table.contains("2012"))
        #expect(try cases(table).map(\.report) == first.map(\.report))
        #expect(first[0].report.value(of: "age") == "minor")
    }

    @Test func `a journal that fails keeps nothing of a file`() async throws {
        await journal.fail(with: .diskFull)
        await #expect(throws: JournalFault.self) {
            _ = try await intake().take(try cases(Self.file), stamp: Self.stamp)
        }
        await journal.fail(with: nil)
        for found in try cases(Self.file) {
            #expect(try await journal.history(of: found.report.id).isEmpty)
        }
    }
}
