import CaseRegister
import Sealing

/// Writes the records of one backup, or of a full one and its increment, into an empty database.
struct RestoreLoad {
    private let session: any SQLSession
    private let files: any RegisterRestore.Files
    private let shredded: Set<String>
    /// Whom the backup itself calls shredded.
    private(set) var buried: Set<String> = []
    /// How many rows of each table were passed over.
    private(set) var passedOver: [String: Int64] = [:]
    private var place = Place.nowhere

    /// What is taken of a backup.
    enum Part {
        /// All of it.
        case alone
        /// The tables that only grow; the rest comes with the increment.
        case base
        /// All of it, behind the tables of the base.
        case goesOn(from: BackupManifest)
    }

    private enum Place {
        case nowhere
        /// A table, and at which column a person stands whose rows may have to be passed over.
        case table(CopiedTable, person: Int?)
        case passing
        case file
    }

    init(into session: any SQLSession, files: any RegisterRestore.Files, shredded: Set<String>) {
        self.session = session
        self.files = files
        self.shredded = shredded
    }

    /// Takes a backup from its beginning to its end.
    ///
    /// - Throws: `RestoreFailure`, and what the database throws.
    mutating func take(
        from source: RegisterRestore.Source, as part: Part
    ) throws -> BackupManifest {
        do {
            var reader = try source()
            guard case .manifest(let json) = try reader.next(), let manifest = BackupManifest(json: json)
            else { throw BackupFault.damaged }
            try Self.accept(manifest, as: part)
            place = .nowhere
            while let record = try reader.next() { try take(record, as: part) }
            return manifest
        } catch let fault as BackupFault {
            if case .goesOn = part { throw RestoreFailure.increment(fault) }
            throw RestoreFailure.backup(fault)
        }
    }

    private static func accept(_ manifest: BackupManifest, as part: Part) throws {
        guard manifest.schema == Schema.known else {
            throw RestoreFailure.schema(found: manifest.schema, known: Schema.known)
        }
        switch part {
        case .alone, .base: guard manifest.base == nil else { throw RestoreFailure.unrelated }
        case .goesOn(let base): guard manifest.base == base.asBase else { throw RestoreFailure.unrelated }
        }
    }

    private mutating func take(_ record: BackupRecord, as part: Part) throws {
        switch record {
        case .manifest: throw BackupFault.damaged
        case .table(let name, let columns): place = try Self.place(of: name, columns, as: part)
        case .row(let values): try take(values)
        case .file(let name):
            if case .base = part {
                place = .passing
            } else {
                place = .file
                try files.begin(name)
            }
        case .piece(let bytes):
            switch place {
            case .file: try files.add(bytes)
            case .passing: break
            case .nowhere, .table: throw BackupFault.damaged
            }
        }
    }

    private static func place(of name: String, _ columns: String, as part: Part) throws -> Place {
        guard let table = CopiedTable.whole.first(where: { $0.name == name }), table.columns == columns
        else { throw BackupFault.damaged }
        if case .base = part, table.appended == nil { return .passing }
        guard secret.contains(name) || name == tombstones else { return .table(table, person: nil) }
        let names = columns.split(separator: ",").map { $0.filter { $0 != " " } }
        return .table(table, person: names.firstIndex(of: "person"))
    }

    private mutating func take(_ values: [SQLValue]) throws {
        switch place {
        case .passing: return
        case .nowhere, .file: throw BackupFault.damaged
        case .table(let table, let column):
            if let column, values.indices.contains(column), case .text(let person) = values[column] {
                if table.name == Self.tombstones {
                    buried.insert(person)
                } else if shredded.contains(person) {
                    passedOver[table.name, default: 0] += 1
                    return
                }
            }
            try session.run(table.add, values)
        }
    }

    private static let tombstones = "person_tombstone"
    /// The tables whose rows open, find or show a person.
    private static let secret: Set<String> = ["person_key", "blind_index", "sealed_image"]
}
