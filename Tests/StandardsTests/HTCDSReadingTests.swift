import CaseRegister
import Catalog
import JSON
import ReferralDomain
import Testing

@testable import Standards

/// Files of real offices are read; bad ones are refused whole, with the place and never the content.
struct HTCDSReadingTests {
    private func read(_ text: String) throws -> HTCDSReading { try read(Array(text.utf8)) }

    private func read(_ bytes: [UInt8]) throws -> HTCDSReading {
        HTCDSReading(bytes, under: try House.catalog(), at: House.now)
    }

    @Test func `both spellings of the standard mean the same columns`() throws {
        for field in HTCDSField.all {
            let prefix = field.name.prefix(4)
            let words = field.name.dropFirst(4).reduce(into: "") { text, letter in
                text += (letter.isUppercase && !text.isEmpty ? "_" : "") + String(letter)
            }
            #expect(HTCDSSpelling.column(prefix + words) == field.name, "\(prefix + words)")
            #expect(HTCDSSpelling.column(field.name) == field.name)
        }
        #expect(HTCDSSpelling.column("vic_Methods_of_Control") == "vic_MethodsOfControl")
    }

    @Test func `a file of an office is read: semicolons, its letters, its dates and its decimal comma`()
        throws
    {
        let text = """
            x_case_id;hte_Date;hte_City;hte_Latitude;prs_Gender;vic_Type_of_Exploitation;prs_First_Name;prs_MobilePhone
            CEM-2026-17;23/11/2026;Breña;-12,05;feminine;forced_begging sexual_exploitation;Ñusta;+51 987 654 321
            """
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        let reading = try read(bytes)
        #expect(reading.findings.isEmpty, "\(reading.findings)")
        let row = try #require(reading.rows.first).row
        #expect(row["hte_Date"] == "2026-11-23" && row["hte_Latitude"] == "-12.05")
        #expect(row["prs_Gender"] == "Feminine")
        #expect(row["vic_TypeOfExploitation"] == "SexualExploitation;ForcedBegging")
        #expect(reading.notes.contains(.decoded(.windows1252)))
        #expect(reading.notes.contains(.notKept("prs_First_Name")))
        let taken = try #require(
            HTCDSCase.all(in: reading.rows, under: try House.catalog(), at: House.now).first)
        #expect(taken.report.district == "150105")
        #expect(taken.report.value(of: "begging") == "yes" && taken.report.value(of: "gender") == "woman")
        #expect(taken.report.value(of: "age") == nil, "nobody said an age")
    }

    @Test func `the seventeen flags and the sixteen words are both understood`() throws {
        let flags = [
            "DebtBondage", "TakesEarnings", "RestrictsFinancialAccess", "Threats", "PsychologicalAbuse",
            "PhysicalAbuse", "SexualAbuse", "FalsePromises", "PsychoactiveSubstances", "RestrictsMovement",
            "RestrictsMedicalCare", "ExcessiveWorkingHours", "UsesChildren", "ThreatOfLawEnforcement",
            "WithholdsNecessities", "WithholdsDocuments", "Other",
        ]
        let words = try #require(HTCDSField.all.first { $0.name == "vic_MethodsOfControl" }?.values)
        for flag in flags {
            let reading = try read("x_case_id,MethodsOfControl\(flag)\nA-1,1\n")
            let found = try #require(reading.rows.first).row.parts(of: "vic_MethodsOfControl")
            #expect(found.count == 1 && words.contains(found[0]), "\(flag)")
        }
        let no = try read("x_case_id,vic_MethodsOfControlDebtBondage\nA-1,0\n")
        #expect(try #require(no.rows.first).row["vic_MethodsOfControl"].isEmpty)
    }

    /// One file for each thing that can be wrong.
    private static let faults: [(HTCDSFinding.Kind, String)] = [
        (.table, "x_case_id,hte_City\n\"A,b\n"), (.empty, "x_case_id,hte_City\n"), (.empty, ""),
        (.noCaseColumn, "hte_City,hte_State\nLima,Lima\n"),
        (.columnTwice, "x_case_id,hte_City,hte_city\n1,2,3\n"),
        (.cells, "x_case_id,hte_City\nA\n"), (.noCase, "x_case_id,hte_City\n,Lima\n"),
        (.date, "x_case_id,hte_Date\nA,31/02/2026\n"), (.date, "x_case_id,hte_Date\nA,11/23/2026\n"),
        (.date, "x_case_id,x_seen_at\nA,2026-11-01\n"),
        (.shortYear, "x_case_id,hte_Date\nA,23/11/26\n"), (.serialDate, "x_case_id,hte_Date\nA,46349\n"),
        (.tooEarly, "x_case_id,hte_Date\nA,31/12/1969\n"),
        (.tooEarly, "x_case_id,x_seen_at\nA,1950-01-01T10:00:00-05:00\n"),
        (.table, "[{\"x_case_id\":\"A\"},3]"), (.table, "[{\"x_case_id\":{\"of\":\"A\"}}]"),
        (.table, "[{\"x_case_id\":\"A\"}"), (.empty, "[]"), (.number, "x_case_id,hte_Latitude\nA,1.234,5\n"),
        (.number, "x_case_id,hte_Latitude\nA,doce\n"), (.checkbox, "x_case_id,con_Consent\nA,quizás\n"),
        (.choice, "x_case_id,prs_Gender\nA,Zorro\n"), (.choice, "x_case_id,x_age\nA,viejo\n"),
        (.phone, "x_case_id,prs_MobilePhone\nA,0051\n"),
        (.country, "x_case_id,hte_Country,prs_Citizenship\nA,,Peruana\n"),
        (.language, "x_case_id,prs_PrimaryLanguage\nA,q\n"), (.future, "x_case_id,hte_Date\nA,2027-01-01\n"),
        (.district, "x_case_id,x_district\nA,999999\n"), (.fact, "x_case_id,x_facts\nA,age=old\n"),
        (.fact, "x_case_id,x_facts\nA,fiscal-district=callao\n"), (.sign, "x_case_id,x_signs\nA,Z99\n"),
        (.conflict, "x_case_id,x_district\nA,150135\nA,150101\n"),
        (.rowTwice, "x_case_id,x_referral_id\nA,1\nA,1\n"),
        (.tooLong, "x_case_id,hte_City\nA," + String(repeating: "x", count: 5_000) + "\n"),
    ]

    @Test(arguments: faults)
    func `every fault is found, and nothing of the file is taken`(kind: HTCDSFinding.Kind, text: String)
        throws
    {
        let good = "x_case_id,x_district\nB,150135\n"
        #expect(try read(good).findings.isEmpty)
        let text =
            kind == .number && text.contains("1.234,5")
            ? text.replacing("1.234,5", with: "\"1.234,5\"") : text
        let reading = try read(text)
        #expect(reading.findings.map(\.kind).contains(kind), "\(reading.findings)")
        #expect(reading.rows.isEmpty)
    }

    @Test func `no kind of fault is left without a file that has it`() throws {
        var found = Set(Self.faults.map(\.0))
        found.formUnion(try read([0x41, 0x00]).findings.map(\.kind))
        let large = HTCDSReading(
            Array(repeating: 0x41, count: HTCDSReading.mostBytes + 1), under: try House.catalog(),
            at: House.now)
        found.formUnion(large.findings.map(\.kind))
        let long = "x_case_id,hte_City\n" + String(repeating: "A,\n", count: HTCDSReading.mostRows + 1)
        found.formUnion(try read(long).findings.map(\.kind))
        found.formUnion(try read([0x50, 0x4B, 3, 4, 20, 0]).findings.map(\.kind))
        let many = "x_case_id\n" + (0...HTCDSReading.mostCases).map { "A-\($0)\n" }.joined()
        found.formUnion(try read(many).findings.map(\.kind))
        #expect(found == Set(HTCDSFinding.Kind.allCases))
    }

    @Test func `a finding says where, and never what stood there`() throws {
        let reading = try read("x_case_id,prs_Birthdate,prs_MobilePhone\nA,Quispe,Mamani\n")
        #expect(reading.findings.map(\.line) == [2, 2])
        #expect(reading.findings.map(\.column) == ["prs_Birthdate", "prs_MobilePhone"])
        #expect(!"\(reading.findings)".contains("Quispe") && !"\(reading.findings)".contains("Mamani"))
    }

    @Test(arguments: 0..<300)
    func `half a file, and a file with a changed byte, is read or refused and never half taken`(seed: Int)
        throws
    {
        var dice = Dice(seed: UInt64(seed))
        var bytes = Array("x_case_id,hte_Date,x_signs\r\nA,2026-11-01,A02;B01\r\nB,01/11/2026,\r\n".utf8)
        if Bool.random(using: &dice) {
            bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &dice)))
        }
        if !bytes.isEmpty {
            bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
        }
        let reading = try read(bytes)
        #expect(reading.findings.isEmpty != reading.rows.isEmpty)
    }

    @Test func `of a birthday only what it means for the route is kept`() throws {
        let text = "x_case_id,prs_Birthdate,hte_Date\nA,24/11/2008,23/11/2026\nB,23/11/2008,23/11/2026\n"
        let reading = try read(text)
        let taken = HTCDSCase.all(in: reading.rows, under: try House.catalog(), at: House.now)
        #expect(taken.map { $0.report.value(of: "age") } == ["minor", "adult"])
    }

    @Test func `a closed case stays where it is closed, and that is said`() throws {
        let reading = try read("x_case_id,cas_Status\nA,Closed\nB,Active\n")
        #expect(reading.notes == [.closedCase(line: 2)])
        #expect(HTCDSCase.all(in: reading.rows, under: try House.catalog(), at: House.now).map(\.line) == [3])
    }

    /// How real offices write one day: either it is that day, or the reason says what to write instead.
    @Test(
        arguments: [
            ("2026-11-23", nil), ("23/11/2026", nil), ("23-11-2026", nil), ("23.11.2026", nil),
            ("3/1/2026", nil),
            ("23/11/2026 22:15", nil), ("2026-11-23T22:15:00", nil), ("23/11/26", .shortYear),
            ("23-11-26", .shortYear), ("3.1.26", .shortYear), ("46349", .serialDate),
            ("46349.75", .serialDate),
            ("\"46349,75\"", .serialDate), ("11/23/2026", .date), ("23 nov 2026", .date), ("20261123", .date),
            ("2026/11/23", .date), ("31/02/2026", .date), ("ayer", .date), ("24/11/2036", .future),
            ("31/12/1969", .tooEarly),
        ] as [(String, HTCDSFinding.Kind?)])
    func `a day is read as the office means it, or refused with its reason`(
        written: String, reason: HTCDSFinding.Kind?
    ) throws {
        let reading = try read("x_case_id,hte_Date\nA,\(written)\n")
        #expect(reading.findings.map(\.kind) == (reason.map { [$0] } ?? []))
        let day = reading.rows.first?.row["hte_Date"]
        #expect(day == (reason == nil ? (written == "3/1/2026" ? "2026-01-03" : "2026-11-23") : nil))
    }

    @Test(
        arguments: [
            ("-12,05", "-12.05"), ("-12.05", "-12.05"), ("12", "12"), ("1.234,5", nil), ("1,234.5", nil),
            ("1 234", nil), ("12,", nil), ("--1", nil), ("1e3", nil),
        ] as [(String, String?)])
    func `a decimal comma is a decimal point, and what could be thousands is refused`(
        written: String, number: String?
    ) throws {
        let reading = try read("x_case_id;hte_Latitude\nA;\(written)\n")
        #expect(reading.rows.first?.row["hte_Latitude"] == number)
        #expect(reading.findings.map(\.kind) == (number == nil ? [.number] : []))
    }

    /// The same two rows as offices save them.
    @Test(arguments: [",", ";", "\t"], [true, false])
    func `separators, a mark of order, line ends and letters of Windows are all read`(
        separator: String, isWindows: Bool
    ) throws {
        let rows = [
            ["x_case_id", "hte_City", "hte_Date"], ["Ñ1", "Breña", "1/11/2026"], ["Ñ2", "Lince", ""],
        ]
        // The id has a letter that an id may not have: it is said, whatever the letters were written in.
        let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
        let written =
            isWindows ? text.unicodeScalars.map { UInt8($0.value) } : [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        #expect(try read(written).findings.map(\.kind) == [.tooLong, .tooLong])
        let plain = written.filter { ![0xC3, 0x91, 0xD1].contains($0) }
        let reading = try read(
            isWindows ? plain : [0xEF, 0xBB, 0xBF] + Array(text.replacing("Ñ", with: "A").utf8))
        #expect(reading.findings.isEmpty, "\(reading.findings)")
        #expect(reading.rows.map { $0.row["hte_City"] } == ["Breña", "Lince"])
        #expect(reading.rows.first?.row["hte_Date"] == "2026-11-01")
    }

    @Test func `rows as JSON are the rows of the table, and null is not known`() throws {
        let table = try read(
            "x_case_id,hte_City,vic_TypeOfExploitation\nA,Breña,ForcedLabour;ForcedBegging\nB,,\n")
        let objects = try read(
            """
            [{"x_case_id":"A","hte_City":"Breña","vic_TypeOfExploitation":["ForcedLabour","ForcedBegging"]},
             {"hte_City":null,"x_case_id":"B"}]
            """)
        #expect(objects.findings.isEmpty && objects.rows.map(\.row) == table.rows.map(\.row))
        let sheet = HTCDSSheet(table.rows.map(\.row))
        #expect(try read(sheet.json.bytes(.pretty)).rows.map(\.row) == table.rows.map(\.row))
    }
}
