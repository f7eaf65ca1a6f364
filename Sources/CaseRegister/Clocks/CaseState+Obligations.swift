extension CaseState {
    /// All that is owed in this case, under these rules; the nearest clock first.
    public func obligations(under rules: ProtocolRules) -> [Obligation] { [] }

    /// How bad it would be to be late: 0 is danger now, 1 a child, 2 immediate, 3 high, 4 observation.
    public var harm: Int { 4 }
}
