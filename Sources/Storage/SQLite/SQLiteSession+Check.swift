import CaseRegister
import Foundation
import GRDB

extension SQLiteSession {
    /// Gives every entry of the journal to a check, in order; returns what it finds.
    func check(_ check: inout JournalCheck) throws -> JournalCheck.Finding? {
        var finding: JournalCheck.Finding?
        try forEachEntry { entry in
            finding = check.take(entry)
            return finding == nil
        }
        return finding ?? check.finish()
    }

    /// Reads every entry of the journal in order, without making texts of them; the body says whether to go on.
    func forEachEntry(_ body: (RawEntry) throws -> Bool) throws {
        let cursor = try cursor(LinkedEntry.columns + "ORDER BY position")
        var entry = RawEntry()
        while let row = try cursor.next() {
            entry.position = try Self.integer(row, 0)
            try Self.fill(&entry.caseID, row, 1)
            entry.version = try Self.integer(row, 2)
            try Self.fill(&entry.name, row, 3)
            entry.eventVersion = try Self.integer(row, 4)
            try Self.fill(&entry.payload, row, 5)
            try Self.fill(&entry.actor, row, 6)
            entry.recordedAtMilliseconds = try Self.integer(row, 7)
            try Self.fill(&entry.previousHash, row, 8)
            try Self.fill(&entry.hash, row, 9)
            try Self.fill(&entry.caseHash, row, 10)
            guard try body(entry) else { return }
        }
    }

    private static func integer(_ row: Row, _ column: Int) throws -> Int64 {
        let value: DatabaseValue = row[column]
        guard case .int64(let number) = value.storage else { throw JournalFault.damaged }
        return number
    }

    private static func fill(_ bytes: inout [UInt8], _ row: Row, _ column: Int) throws {
        bytes.removeAll(keepingCapacity: true)
        try row.withUnsafeData(atIndex: column) { data in
            data?.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
    }
}
