/// A closed list of addresses, each written as its path with a `:name` wherever a part may be anything.
protocol PathTable: RawRepresentable<String>, CaseIterable, Sendable {}

extension PathTable {
    /// The address that a requested path belongs to; nil where it belongs to none.
    init?(matching path: String) {
        let parts = path.split(separator: "/")
        let found = Self.allCases.first { pattern in
            let wanted = pattern.rawValue.split(separator: "/")
            return wanted.count == parts.count
                && zip(wanted, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
        guard let found else { return nil }
        self = found
    }
}
