import CPQ
import CaseRegister

/// What the server answered to one statement, in binary; freed with this value.
///
/// It is a class because the memory behind it must be freed once.
final class PostgresAnswer {
    private let result: OpaquePointer
    private let columns: Int32
    let count: Int

    init(_ result: OpaquePointer) {
        self.result = result
        columns = PQnfields(result)
        count = Int(PQntuples(result))
    }

    deinit { PQclear(result) }

    /// What the server says that it did, such as `COMMIT`.
    var command: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

    /// One row, its columns in order.
    ///
    /// - Throws: `.damaged` where a column is of a kind that the schema does not have.
    func row(_ row: Int) throws(JournalFault) -> SQLRow {
        var values: [SQLValue] = []
        values.reserveCapacity(Int(columns))
        for column in 0..<columns { values.append(try value(Int32(row), column)) }
        return SQLRow(values)
    }

    /// The number in a column.
    ///
    /// - Throws: `.damaged` where there is none.
    func integer(_ row: Int, _ column: Int32) throws(JournalFault) -> Int64 {
        guard case .integer(let number) = try value(Int32(row), column) else { throw .damaged }
        return number
    }

    /// Puts the bytes of a column in place of others, without making a text of them.
    func fill(_ bytes: inout [UInt8], _ row: Int, _ column: Int32) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: raw(Int32(row), column))
    }

    private func value(_ row: Int32, _ column: Int32) throws(JournalFault) -> SQLValue {
        guard PQgetisnull(result, row, column) == 0 else { return .null }
        let bytes = raw(row, column)
        switch PQftype(result, column) {
        case Kind.boolean: return .integer(bytes.first == 1 ? 1 : 0)
        case Kind.bytes: return .blob(Array(bytes))
        case Kind.text, Kind.name: return .text(String(decoding: bytes, as: UTF8.self))
        case Kind.short: return .integer(Int64(Int16(bigEndian: try Self.load(bytes))))
        case Kind.word: return .integer(Int64(Int32(bigEndian: try Self.load(bytes))))
        case Kind.long: return .integer(Int64(bigEndian: try Self.load(bytes)))
        default: throw .damaged
        }
    }

    private func raw(_ row: Int32, _ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
    }

    private static func load<Number: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: UnsafeRawBufferPointer
    ) throws(JournalFault) -> Number {
        guard bytes.count == MemoryLayout<Number>.size else { throw .damaged }
        return bytes.loadUnaligned(as: Number.self)
    }

    /// The numbers by which the server names its own kinds of value; they never change.
    private enum Kind {
        static let boolean: Oid = 16
        static let bytes: Oid = 17
        static let name: Oid = 19
        static let long: Oid = 20
        static let short: Oid = 21
        static let word: Oid = 23
        static let text: Oid = 25
    }
}
