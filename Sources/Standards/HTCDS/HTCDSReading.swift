public import Catalog
public import ReferralDomain

/// A file of another system, read and judged as a whole before anything is written: rows, or what is wrong with them.
public struct HTCDSReading: Sendable {
    /// The rows in the spelling of the standard, with their lines in the file; empty where anything is wrong.
    public let rows: [Line]
    /// What must be mended, in the order of the file; at most as many as a person reads.
    public let findings: [HTCDSFinding]
    /// What will not be taken in.
    public let notes: [HTCDSNote]

    /// One row of the file.
    public struct Line: Hashable, Sendable {
        public let number: Int
        public let row: HTCDSRow
    }

    /// 16 MB.
    public static let mostBytes = 16_777_216
    public static let mostRows = 50_000
    /// In one transaction: some seconds in which nobody else writes.
    public static let mostCases = 5_000
    public static let mostFindings = 500

    /// - Parameter now: what happened later is a slip of the pen.
    public init(_ bytes: [UInt8], under catalog: ProtocolCatalog, at now: Instant) {
        var judge = HTCDSJudge(catalog: catalog, now: now)
        judge.read(bytes)
        findings = Array(judge.findings.prefix(Self.mostFindings))
        rows = findings.isEmpty ? judge.lines : []
        notes = judge.notes
    }
}
