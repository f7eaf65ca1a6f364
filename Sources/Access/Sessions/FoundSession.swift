/// A session with its account and its unit, as one question finds them.
public struct FoundSession: Hashable, Sendable {
    public let session: SessionRecord
    public let holder: AccountRecord
    public let unit: UnitRecord

    public init(_ session: SessionRecord, of holder: AccountRecord, in unit: UnitRecord) {
        self.session = session
        self.holder = holder
        self.unit = unit
    }
}
