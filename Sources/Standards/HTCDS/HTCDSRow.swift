/// One row: a case, and one of its referrals. A field that nobody filled is empty, and says nothing: never "no".
public struct HTCDSRow: Hashable, Sendable {
    private var values: [String: String] = [:]

    public init() {}

    /// A column by its name; empty where nothing is known.
    public subscript(_ column: String) -> String {
        get { values[column] ?? "" }
        set { values[column] = newValue.isEmpty ? nil : newValue }
    }

    public subscript(_ column: HTCDSExtension) -> String {
        get { self[column.rawValue] }
        set { self[column.rawValue] = newValue }
    }

    /// The parts of a column that may hold several.
    public func parts(of column: String) -> [String] {
        self[column].split(separator: Self.separator).map(String.init)
    }

    /// Puts several into one column, in the order given.
    public mutating func set(_ column: String, _ parts: [String]) {
        self[column] = parts.joined(separator: String(Self.separator))
    }

    /// Between the values of a multiple choice.
    static let separator: Character = ";"
}
