import CaseRegister
import Catalog
import JSON
import ReferralDomain
import Testing

@testable import Standards

/// What goes out comes in as the same.
struct HTCDSRoundTripTests {
    private func sheet(seed: UInt64, count: Int = 60) throws -> (HTCDSSheet, [(id: CaseID, state: CaseState)])
    {
        let cases = try House.cases(count, seed: seed)
        let export = HTCDSExport(try House.catalog(), for: CaseView.fields(of: .owner))
        return (HTCDSSheet(cases.flatMap { export.rows($0.state, id: $0.id, unit: nil) }), cases)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the rows of a town are read as the rows that were written`(seed: UInt64) throws {
        let (sheet, _) = try sheet(seed: seed)
        let reading = HTCDSReading(Array(sheet.csv.utf8), under: try House.catalog(), at: House.now)
        #expect(reading.findings.isEmpty, "\(reading.findings.prefix(3))")
        #expect(reading.rows.map(\.row) == sheet.rows)
        #expect(HTCDSSheet(reading.rows.map(\.row)).csv == sheet.csv)
        #expect(sheet.rows.count > 60)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `an open case comes in with its id, place, hour, facts and signs`(seed: UInt64) throws {
        let catalog = try House.catalog()
        let (sheet, cases) = try sheet(seed: seed)
        let reading = HTCDSReading(Array(sheet.csv.utf8), under: catalog, at: House.now)
        let taken = HTCDSCase.all(in: reading.rows, under: catalog, at: House.now)
        let open = cases.filter { !HTCDSCrosswalk.status(of: $0.state).hasPrefix("Closed") }
        #expect(taken.map(\.report.id) == open.map(\.id))
        for (report, original) in zip(taken.map(\.report), open) {
            let standing = try #require(original.state.standing)
            #expect(report.district == standing.district && report.signs == standing.signs)
            #expect(report.people == standing.people)
            #expect(report.claimedAt == standing.claimedAt?.wholeSecond)
            let settled = Dictionary(uniqueKeysWithValues: report.facts.map { ($0.fact, $0.value) })
            for fact in standing.facts { #expect(settled[fact.fact] == original.state.fact(fact.fact)) }
        }
        let again = HTCDSCase.all(in: reading.rows, under: catalog, at: House.now).map(\.report)
        #expect(again == taken.map(\.report), "the same file is the same reports")
    }

    @Test func `a receiver gets the own referrals, and a former one nothing of the case`() throws {
        let cases = try House.cases(40, seed: 5)
        let catalog = try House.catalog()
        for (id, state) in cases {
            for unit in Set(state.referrals.compactMap(\.draft.unit)) {
                let own = HTCDSExport(catalog, for: CaseView.fields(of: .receiver))
                let rows = own.rows(state, id: id, unit: unit)
                let ids = state.referrals.filter { $0.draft.unit == unit && $0.wasTold }.map(\.id.text)
                #expect(rows.map { $0[.referralID] } == ids)
                let former = HTCDSExport(catalog, for: CaseView.fields(of: .former))
                for row in former.rows(state, id: id, unit: unit) {
                    for column in ["x_facts", "x_signs", "x_district", "hte_City", "x_age", "x_consents"] {
                        #expect(row[column].isEmpty, "\(column)")
                    }
                }
            }
        }
    }

    @Test func `a column that is sealed or not held is empty in every row`() throws {
        let (sheet, _) = try sheet(seed: 9)
        for field in HTCDSField.all where field.holding != .held {
            #expect(sheet.rows.allSatisfy { $0[field.name].isEmpty }, "\(field.name)")
        }
        for field in HTCDSField.all where field.holding == .held && field.name != "con_Consent" {
            if [
                "vic_TraffickingStatusDecisionMakingOrg", "cas_ReasonForCaseClosure", "prs_Citizenship",
                "vic_MethodOfRecruitment", "vic_MethodsOfControl", "prs_Gender",
            ].contains(field.name) {
                continue
            }
            #expect(sheet.rows.contains { !$0[field.name].isEmpty }, "\(field.name)")
        }
    }

    @Test func `what nobody said is empty, and never a no`() throws {
        let report = try StreetReport(
            id: CaseID(reading: String(repeating: "a", count: 32)),
            saw: .init(district: nil, facts: [], people: .unknown),
            advised: .init(level: "high", requiredSteps: []), by: .init(version: "1", hash: "2"))
        let recorded = RecordedEvent(
            position: 1, caseID: report.id, version: 1,
            event: NewEvent(.sightingReported(report, CaseReference(random: Array(0..<14)))),
            stamp: Stamp(actor: .street, instant: House.now))
        let export = HTCDSExport(try House.catalog(), for: CaseView.fields(of: .owner))
        let row = try #require(export.rows(CaseState(after: [recorded]), id: report.id, unit: nil).first)
        let filled = HTCDSSheet.columns.filter { !row[$0].isEmpty }
        #expect(
            Set(filled) == [
                "vic_TraffickingStatus", "cas_Status", "x_case_id", "x_case_code", "x_reported_at",
                "x_people",
            ])
    }
}
