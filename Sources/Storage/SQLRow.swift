import CaseRegister

/// One row of an answer, read by the place of its columns.
public struct SQLRow: Hashable, Sendable {
    private let values: [SQLValue]

    init(_ values: [SQLValue]) { self.values = values }

    /// The number in a column.
    ///
    /// - Throws: `.damaged` where the schema promises a number and there is none.
    func integer(_ column: Int) throws(JournalFault) -> Int64 {
        guard let number = try optionalInteger(column) else { throw .damaged }
        return number
    }

    /// The number in a column; nil where nothing stands there.
    ///
    /// - Throws: `.damaged` where something else stands there.
    func optionalInteger(_ column: Int) throws(JournalFault) -> Int64? {
        switch try value(column) {
        case .integer(let number): return number
        case .null: return nil
        case .text, .blob: throw .damaged
        }
    }

    /// The text in a column.
    ///
    /// - Throws: `.damaged` where the schema promises a text and there is none.
    func text(_ column: Int) throws(JournalFault) -> String {
        guard let text = try optionalText(column) else { throw .damaged }
        return text
    }

    /// The text in a column; nil where nothing stands there.
    ///
    /// - Throws: `.damaged` where something else stands there.
    func optionalText(_ column: Int) throws(JournalFault) -> String? {
        switch try value(column) {
        case .text(let text): return text
        case .null: return nil
        case .integer, .blob: throw .damaged
        }
    }

    private func value(_ column: Int) throws(JournalFault) -> SQLValue {
        guard values.indices.contains(column) else { throw .damaged }
        return values[column]
    }

    /// The bytes in a column.
    ///
    /// - Throws: `.damaged` where the schema promises bytes and there are none.
    func blob(_ column: Int) throws(JournalFault) -> [UInt8] {
        guard case .blob(let bytes) = try value(column) else { throw .damaged }
        return bytes
    }

    /// Every value, to be written elsewhere.
    var all: [SQLValue] { values }

    /// The row without its first columns, where one question gives the columns of several tables.
    func dropping(_ columns: Int) -> SQLRow { SQLRow(Array(values.dropFirst(columns))) }
}
