import CaseRegister
import Foundation
import GRDB
import Testing

@testable import Storage

/// Files that are no longer what was written.
struct DamageTests {
    @Test func `a file of something else is not opened and not overwritten`() async throws {
        try await World.withFolder { folder in
            let file = URL(fileURLWithPath: folder + "/ruta.sqlite")
            let letter = Data("This is a letter and no database. ".utf8) + Data(repeating: 0x41, count: 8_192)
            try letter.write(to: file)
            #expect(throws: JournalFault.damaged) { try SQLiteDatabase(at: file.path) }
            #expect(try Data(contentsOf: file) == letter)
        }
    }

    @Test(arguments: [512, 4_096, 8_192, 20_480])
    func `a file that was cut off is not opened`(length: Int) async throws {
        try await withDamage {
            $0.removeSubrange(length...)
        } expecting: { path in
            #expect(throws: JournalFault.damaged) { try SQLiteDatabase(at: path) }
        }
    }

    @Test(arguments: Array(1...60) as [UInt64])
    func `a bit that turned over is found, or nothing that was written has changed`(seed: UInt64) async throws
    {
        let random = SeededSource(seed: seed).bytes(4).map(Int.init)
        try await withDamage { file in
            let place = (random[0] << 16 | random[1] << 8 | random[2]) % file.count
            file[place] ^= 1 << UInt8(random[3] & 7)
        } expecting: { path in
            do throws(JournalFault) {
                let database = try SQLiteDatabase(at: path)
                let journal = try StoredCaseJournal(on: database, seed: 2)
                guard try await database.isWhole(), try await journal.verifyChain() == nil else { return }
                try await Self.expectAsWritten(journal)
            } catch {
                return  // Found at once.
            }
        }
    }

    private static let reports = 60

    private static func expectAsWritten(_ journal: StoredCaseJournal) async throws(JournalFault) {
        for number in 1...reports {
            guard let report = try? Reports.report(number) else { return }
            let history = try await journal.history(of: report.id)
            guard case .sightingReported(report, let reference)? = history.first?.event else {
                Issue.record("report \(number) has changed")
                return
            }
            let receipt = try await journal.receipt(of: reference)
            #expect(receipt?.id == report.id)
        }
    }

    private func withDamage(
        _ damage: (inout Data) -> Void, expecting: (_ path: String) async throws -> Void
    ) async throws {
        try await World.withFolder { folder in
            let file = URL(fileURLWithPath: folder + "/ruta.sqlite")
            let database = try SQLiteDatabase(at: file.path)
            let journal = try StoredCaseJournal(on: database)
            for number in 1...Self.reports {
                _ = try await journal.record(try Reports.report(number), stamp: .street(at: 1))
            }
            try database.close()
            try World.stranger(at: file.path).inDatabase { _ = try $0.checkpoint(.truncate) }

            var bytes = try Data(contentsOf: file)
            damage(&bytes)
            try bytes.write(to: file)
            try await expecting(file.path)
        }
    }
}
