import Sealing

/// Reads records from a stream of opened bytes, of which memory holds one record and one portion.
public struct BackupRecordReader {
    private let source: () throws -> [UInt8]?
    private var bytes: [UInt8] = []
    private var position = 0

    /// - Parameter source: the next portion of the stream; nil at its end.
    public init(_ source: @escaping () throws -> [UInt8]?) { self.source = source }

    /// The next record; nil at the end.
    ///
    /// - Throws: `.damaged` where the stream holds something else, and what the source throws.
    public mutating func next() throws -> BackupRecord? {
        guard try fill(1) else { return nil }
        switch try byte() {
        case BackupRecord.Letter.manifest: return .manifest(try field())
        case BackupRecord.Letter.table: return .table(name: try text(), columns: try text())
        case BackupRecord.Letter.row:
            let count = Int(try byte())
            return .row(try (0..<count).map { _ in try value() })
        case BackupRecord.Letter.file: return .file(try text())
        case BackupRecord.Letter.piece: return .piece(try field())
        default: throw BackupFault.damaged
        }
    }

    private mutating func value() throws -> SQLValue {
        switch try byte() {
        case BackupRecord.Letter.null: return .null
        case BackupRecord.Letter.integer:
            return .integer(Int64(bitPattern: try take(8).reduce(0) { $0 << 8 | UInt64($1) }))
        case BackupRecord.Letter.text: return .text(try text())
        case BackupRecord.Letter.blob: return .blob(try field())
        default: throw BackupFault.damaged
        }
    }

    private mutating func text() throws -> String {
        guard let text = String(validating: try field(), as: UTF8.self) else { throw BackupFault.damaged }
        return text
    }

    private mutating func field() throws -> [UInt8] {
        let count = try take(4).reduce(0) { $0 << 8 | Int($1) }
        guard count <= Self.mostBytes else { throw BackupFault.damaged }
        return try take(count)
    }

    private mutating func byte() throws -> UInt8 {
        guard try fill(1) else { throw BackupFault.damaged }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func take(_ count: Int) throws -> [UInt8] {
        guard try fill(count) else { throw BackupFault.damaged }
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    /// Reads on until so many bytes are at hand; false where the stream ends before.
    private mutating func fill(_ count: Int) throws -> Bool {
        while bytes.count - position < count {
            guard let more = try source() else { return false }
            bytes.removeFirst(position)
            position = 0
            bytes += more
        }
        return true
    }

    /// No value of ours comes near: a text is at most a mebibyte.
    private static let mostBytes = 1 << 26
}
