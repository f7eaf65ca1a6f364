public import JSON

/// Rows as files: CSV and JSON, every one of the 84 columns and ours behind them, filled or not.
public struct HTCDSSheet: Hashable, Sendable {
    public let rows: [HTCDSRow]

    public init(_ rows: [HTCDSRow]) { self.rows = rows }

    public static let columns =
        HTCDSField.all.map(\.name) + HTCDSExtension.allCases.map(\.rawValue)

    /// UTF-8, commas, a header, CRLF (RFC 4180).
    public var csv: String {
        CSVText.text([Self.columns] + rows.map { row in Self.columns.map { row[$0] } })
    }

    /// What is not known is null.
    public var json: JSON {
        .array(
            rows.map { row in
                .object(
                    Self.columns.map { column in
                        JSON.Member(column, row[column].isEmpty ? .null : .string(row[column]))
                    })
            })
    }
}
