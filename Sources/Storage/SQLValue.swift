/// One value in a statement or in a row; the kinds that both databases understand alike.
public enum SQLValue: Hashable, Sendable {
    case integer(Int64)
    case text(String)
    /// What is sealed or wrapped.
    case blob([UInt8])
    case null

    init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
    init(_ number: Int64?) { self = number.map(SQLValue.integer) ?? .null }
}
