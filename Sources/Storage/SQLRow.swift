import CaseRegister

/// One row of an answer, read by the place of its columns.
struct SQLRow: Hashable, Sendable {
    private let values: [SQLValue]

    init(_ values: [SQLValue]) { self.values = values }

    /// The number in a column.
    ///
    /// - Throws: `.damaged` where the schema promises a number and there is none.
    func integer(_ column: Int) throws(JournalFault) -> Int64 {
        guard values.indices.contains(column), case .integer(let number) = values[column] else {
            throw .damaged
        }
        return number
    }

    /// The text in a column.
    ///
    /// - Throws: `.damaged` where the schema promises a text and there is none.
    func text(_ column: Int) throws(JournalFault) -> String {
        guard values.indices.contains(column), case .text(let text) = values[column] else { throw .damaged }
        return text
    }
}
