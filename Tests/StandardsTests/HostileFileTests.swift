import Catalog
import ReferralDomain
import Testing

@testable import Standards

/// Three hundred files that somebody sends by mistake or on purpose: each ends in rows or in findings, never in both, and
/// no finding says what stood in a cell.
struct HostileFileTests {
    @Test func `three hundred hostile files are refused whole or read whole`() throws {
        let files = HostileFiles.files
        #expect(files.count >= 300)
        #expect(Set(files.map(\.name)).count == files.count, "two files of one name")
        var refused = 0
        for (name, bytes) in files {
            let reading = HTCDSReading(bytes, under: try House.catalog(), at: House.now)
            #expect(reading.rows.isEmpty != reading.findings.isEmpty, "\(name): half of it")
            #expect(reading.findings.count <= HTCDSReading.mostFindings, "\(name)")
            for finding in reading.findings {
                let said = "\(finding)"
                #expect(!said.contains(HostileFiles.secret), "\(name): a finding says what stood there")
            }
            refused += reading.findings.isEmpty ? 0 : 1
        }
        #expect(refused > 250, "\(refused)")
    }

    @Test func `what the hostile files are made of is read while nobody spoils it`() throws {
        let reading = HTCDSReading(Array(HostileFiles.good.utf8), under: try House.catalog(), at: House.now)
        #expect(reading.findings.isEmpty && reading.rows.count == 3)
    }
}
