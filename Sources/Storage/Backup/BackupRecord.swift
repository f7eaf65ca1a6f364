/// One piece of what a backup tells, in the order in which it is told.
public enum BackupRecord: Hashable, Sendable {
    /// What the backup is: JSON, the first of all.
    case manifest([UInt8])
    /// From here on the rows are those of this table, with these columns.
    case table(name: String, columns: String)
    case row([SQLValue])
    /// From here on the pieces are those of this file beside the database, by the end of its name.
    case file(String)
    case piece([UInt8])

    /// Appends the record: a letter, then its parts, each text and each row behind its length.
    public func write(into output: inout [UInt8]) {
        switch self {
        case .manifest(let json):
            output.append(Letter.manifest)
            Self.write(json, into: &output)
        case .table(let name, let columns):
            output.append(Letter.table)
            Self.write(Array(name.utf8), into: &output)
            Self.write(Array(columns.utf8), into: &output)
        case .row(let values):
            output.append(Letter.row)
            output.append(UInt8(truncatingIfNeeded: values.count))
            for value in values { Self.write(value, into: &output) }
        case .file(let name):
            output.append(Letter.file)
            Self.write(Array(name.utf8), into: &output)
        case .piece(let bytes):
            output.append(Letter.piece)
            Self.write(bytes, into: &output)
        }
    }

    private static func write(_ value: SQLValue, into output: inout [UInt8]) {
        switch value {
        case .null: output.append(Letter.null)
        case .integer(let number):
            output.append(Letter.integer)
            let bits = UInt64(bitPattern: number)
            for shift in (0..<8).reversed() {
                output.append(UInt8(truncatingIfNeeded: bits >> (8 * UInt64(shift))))
            }
        case .text(let text):
            output.append(Letter.text)
            write(Array(text.utf8), into: &output)
        case .blob(let bytes):
            output.append(Letter.blob)
            write(bytes, into: &output)
        }
    }

    private static func write(_ bytes: [UInt8], into output: inout [UInt8]) {
        let count = UInt32(truncatingIfNeeded: bytes.count)
        for shift in (0..<4).reversed() {
            output.append(UInt8(truncatingIfNeeded: count >> (8 * UInt32(shift))))
        }
        output.append(contentsOf: bytes)
    }

    enum Letter {
        static let manifest = UInt8(ascii: "M")
        static let table = UInt8(ascii: "T")
        static let row = UInt8(ascii: "R")
        static let file = UInt8(ascii: "F")
        static let piece = UInt8(ascii: "P")
        static let null = UInt8(ascii: "n")
        static let integer = UInt8(ascii: "i")
        static let text = UInt8(ascii: "t")
        static let blob = UInt8(ascii: "b")
    }
}
