public import Access
public import CaseRegister
public import ReferralDomain

/// What came from phones, in the one database.
public struct StoredIntakeBook: IntakeBook {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func keep(_ record: IntakeRecord) async throws(JournalFault) -> IntakeRecord {
        try await database.write { session in
            if let row = try session.rows(SQL.report, [.text(record.id.text)]).first {
                let stands = try Self.record(row)
                guard stands.yields(to: record) else { return stands }
            }
            try session.run(
                SQL.keepReport,
                [
                    .text(record.id.text), .text(record.packetHash),
                    SQLValue(record.device.map { Int64($0.number) }),
                    .integer(record.made.millisecondsSinceEpoch),
                    .integer(record.sent.millisecondsSinceEpoch),
                    .integer(record.received.millisecondsSinceEpoch),
                    .text(record.marks.map(\.rawValue).joined(separator: " ")), SQLValue(record.unit?.text),
                    record.detail.map { .blob($0.bytes) } ?? .null,
                ])
            return record
        }
    }

    public func record(of id: CaseID) async throws(JournalFault) -> IntakeRecord? {
        try await database.read { session in
            try session.rows(SQL.report, [.text(id.text)]).first.map(Self.record)
        }
    }

    public func keep(_ handover: HandoverRecord) async throws(JournalFault) -> HandoverRecord {
        try await database.write { session in
            try session.run(
                SQL.keepHandover,
                [
                    .text(handover.id.text), .text(handover.caseID.text),
                    .integer(Int64(handover.from.number)), .integer(Int64(handover.to.number)),
                    .text(handover.post), .integer(handover.offered.millisecondsSinceEpoch),
                    .integer(handover.answered.millisecondsSinceEpoch),
                    .integer(handover.received.millisecondsSinceEpoch), .text(handover.packetHash),
                    .text(handover.conflict?.rawValue ?? ""),
                ])
            guard let row = try session.rows(SQL.handover, [.text(handover.id.text)]).first else {
                throw JournalFault.damaged
            }
            return try Self.handover(row)
        }
    }

    public func handovers(of id: CaseID) async throws(JournalFault) -> [HandoverRecord] {
        try await database.read { session in
            try session.rows(SQL.handovers, [.text(id.text)]).map(Self.handover)
        }
    }

    public func catalogInForce(
        _ hash: String, version: String, at now: Instant
    ) async throws(JournalFault) -> Instant {
        try await database.write { session in
            if let newest = try session.rows(SQL.newestCatalog).first, try newest.text(0) == hash {
                return try newest.instant(1)
            }
            try session.run(
                SQL.keepCatalog, [.text(hash), .text(version), .integer(now.millisecondsSinceEpoch)])
            return now
        }
    }

    /// The same as `catalogInForce`, before anything else runs.
    public func catalogSince(
        _ hash: String, _ version: String, _ now: Instant
    ) throws(JournalFault) -> Instant {
        let newest = try database.readAtStart { session in
            try session.rows(SQL.newestCatalog).first.map { (try $0.text(0), try $0.instant(1)) }
        }
        if let newest, newest.0 == hash { return newest.1 }
        try database.writeAtStart { session in
            try session.run(
                SQL.keepCatalog, [.text(hash), .text(version), .integer(now.millisecondsSinceEpoch)])
        }
        return now
    }

    public func knowsCatalog(_ hash: String) async throws(JournalFault) -> Bool {
        try await database.read { try !$0.rows(SQL.catalog, [.text(hash)]).isEmpty }
    }

    private static func record(_ row: SQLRow) throws(JournalFault) -> IntakeRecord {
        var marks: [IntakeMark] = []
        for word in try row.text(6).split(separator: " ") {
            guard let mark = IntakeMark(rawValue: String(word)) else { throw .damaged }
            marks.append(mark)
        }
        let unit = try row.optional(7) { try? UnitID(reading: $0) }
        return IntakeRecord(
            try row.caseID(0), packetHash: try row.text(1),
            device: try row.optionalInteger(2).flatMap { UInt32(exactly: $0) }.flatMap(DeviceID.init),
            at: (try row.instant(3), try row.instant(4), try row.instant(5)), marks: marks
        ).holding(unit == nil ? nil : SealedBytes(try row.blob(8)), of: unit)
    }

    private static func handover(_ row: SQLRow) throws(JournalFault) -> HandoverRecord {
        guard let from = UInt32(exactly: try row.integer(2)).flatMap(DeviceID.init),
            let to = UInt32(exactly: try row.integer(3)).flatMap(DeviceID.init)
        else { throw .damaged }
        let conflict = try row.text(9)
        return HandoverRecord(
            try row.required(0) { try? RecordID(reading: $0) }, of: try row.caseID(1), from: from, to: to,
            post: try row.text(4), at: (try row.instant(5), try row.instant(6), try row.instant(7)),
            packetHash: try row.text(8), conflict: HandoverRecord.Conflict(rawValue: conflict))
    }
}

private enum SQL {
    static let keepReport: SharedSQL = """
        INSERT INTO device_report (
            case_id, packet_hash, device_id, made_ms, sent_ms, received_ms, marks, unit, detail
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (case_id) DO UPDATE SET
            packet_hash = $2, device_id = $3, made_ms = $4, sent_ms = $5, received_ms = $6, marks = $7, unit = $8,
            detail = $9
        """
    static let report: SharedSQL = """
        SELECT case_id, packet_hash, device_id, made_ms, sent_ms, received_ms, marks, unit, detail
        FROM device_report WHERE case_id = $1
        """
    static let keepHandover: SharedSQL = """
        INSERT INTO device_handover (
            handover_id, case_id, from_device, to_device, post, offered_ms, answered_ms, received_ms, packet_hash,
            conflict
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (handover_id) DO NOTHING
        """
    private static let handoverColumns: SharedSQL = """
        SELECT handover_id, case_id, from_device, to_device, post, offered_ms, answered_ms, received_ms,
            packet_hash, conflict
        FROM device_handover
        """
    static let handover = handoverColumns + "WHERE handover_id = $1"
    static let handovers = handoverColumns + "WHERE case_id = $1 ORDER BY received_ms, handover_id"
    static let newestCatalog: SharedSQL = """
        SELECT hash, since_ms FROM catalog_edition ORDER BY since_ms DESC, hash LIMIT 1
        """
    static let keepCatalog: SharedSQL = """
        INSERT INTO catalog_edition (hash, version, since_ms) VALUES ($1, $2, $3)
        ON CONFLICT (hash) DO UPDATE SET since_ms = $3
        """
    static let catalog: SharedSQL = "SELECT hash FROM catalog_edition WHERE hash = $1"
}
