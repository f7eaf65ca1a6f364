public import CaseRegister
public import JSON

/// What a backup says of itself: when it was made, where the journal ended, and how many rows it carries.
public struct BackupManifest: Hashable, Sendable {
    /// Which backup this is: 32 hexadecimal digits drawn by chance.
    public let id: String
    /// What was there before, in a backup that carries only what came after; nil in a full one.
    public let base: Base?
    public let madeAtMilliseconds: Int64
    /// The number of the last migration.
    public let schema: Int
    /// The last entry of the journal; nil while that is empty.
    public let head: JournalAnchor?
    /// How many rows of each table it carries.
    public let rows: [String: Int64]
    /// How many persons were shredded by then.
    public let shredded: Int64

    /// The full backup that an increment goes on from.
    public struct Base: Hashable, Sendable {
        public let id: String
        /// Where its journal ended; nil where that was empty.
        public let head: JournalAnchor?
        /// How many rows of the tables that only grow it has, by table.
        public let ends: [String: Int64]
    }

    /// What an increment on this full backup says it goes on from.
    public var asBase: Base {
        Base(
            id: id, head: head,
            ends: rows.filter { name, _ in CopiedTable.growing.contains { $0.name == name } })
    }

    init(
        in session: any SQLSession, id: String, base: Base?, at madeAtMilliseconds: Int64
    ) throws {
        self.id = id
        self.base = base
        self.madeAtMilliseconds = madeAtMilliseconds
        let status = try DatabaseStatus(in: session)
        if let end = base?.head {
            let hash = try session.rows(SQL.hash, [.integer(end.position)]).first?.text(0)
            guard hash == end.hash else { throw JournalFault.other(code: Self.foreignBase) }
        }
        guard status.schema == Schema.known else {
            throw JournalFault.other(code: "schema-\(status.schema)")
        }
        (schema, head) = (status.schema, status.head)
        var rows = status.rows
        rows[CopiedTable.meta.name] = try session.rows(CopiedTable.meta.count).first?.integer(0)
        shredded = rows["person_tombstone"] ?? 0
        for (table, end) in base?.ends ?? [:] { rows[table, default: 0] -= end }
        self.rows = rows
    }

    /// The code of the fault that a database does not go on from the base.
    public static let foreignBase = "backup-of-another-register"

    /// Reads the JSON of a backup; nil where it is none that this release understands.
    public init?(json bytes: [UInt8]) {
        guard let json = try? JSON(parsing: bytes) else { return nil }
        self.init(json)
    }

    /// The same from JSON that was read already; members that it does not know are passed over.
    public init?(_ json: JSON) {
        guard json["format"]?.integer == Self.format,
            let id = json["id"]?.string, let made = json["madeAtMs"]?.integer,
            let schema = json["schema"]?.integer, let shredded = json["shredded"]?.integer,
            let rows = Self.counts(json["rows"]), let head = json["head"]
        else { return nil }
        self.id = id
        madeAtMilliseconds = made
        self.schema = Int(schema)
        self.shredded = shredded
        self.rows = rows
        guard let end = Self.anchor(head) else { return nil }
        self.head = end
        guard let base = json["base"], !base.isNull else {
            self.base = nil
            return
        }
        guard let baseID = base["id"]?.string, let ends = Self.counts(base["ends"]),
            let baseHead = base["head"], let baseEnd = Self.anchor(baseHead)
        else { return nil }
        self.base = Base(id: baseID, head: baseEnd, ends: ends)
    }

    /// The end of a journal, which may be empty; nil where something else stands there.
    private static func anchor(_ json: JSON) -> JournalAnchor?? {
        if json.isNull { return .some(nil) }
        guard let text = json.string, let anchor = JournalAnchor(text: text) else { return nil }
        return anchor
    }

    /// The manifest in canonical JSON.
    public var json: JSON {
        [
            "format": .integer(Self.format), "id": .string(id), "madeAtMs": .integer(madeAtMilliseconds),
            "schema": .integer(Int64(schema)), "head": Self.text(of: head),
            "rows": Self.object(rows), "shredded": .integer(shredded),
            "base": base?.json ?? .null,
        ]
    }

    fileprivate static func text(of head: JournalAnchor?) -> JSON { head.map { .string($0.text) } ?? .null }

    fileprivate static func object(_ counts: [String: Int64]) -> JSON {
        .object(counts.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .integer($0.value)) })
    }

    private static func counts(_ json: JSON?) -> [String: Int64]? {
        guard let members = json?.object else { return nil }
        var counts: [String: Int64] = [:]
        for member in members {
            guard let count = member.value.integer, count >= 0 else { return nil }
            counts[member.key] = count
        }
        return counts
    }

    private static let format: Int64 = 1
}

extension BackupManifest.Base {
    fileprivate var json: JSON {
        [
            "id": .string(id), "head": BackupManifest.text(of: head),
            "ends": BackupManifest.object(ends),
        ]
    }
}

extension CopiedTable {
    /// The tables to which rows are only added.
    static let growing = whole.filter { $0.appended != nil }
}

private enum SQL {
    static let hash: SharedSQL = "SELECT hash FROM journal_event WHERE position = $1"
}
