/// Who answers for a person at a moment: a unit or an institution, and the code of a post, never a name.
public struct Holder: Hashable, Sendable {
    /// An institution of the catalogue.
    public let institution: String
    /// The unit, where it has accounts.
    public let unit: UnitID?
    /// The code of the officer who answers, such as `F-07`; a word of the journal.
    public let post: String

    public init(institution: String, unit: UnitID?, post: String) {
        self.institution = institution
        self.unit = unit
        self.post = post
    }
}
