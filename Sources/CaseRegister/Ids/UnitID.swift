/// The id of a unit that has accounts: a control centre, one office of an institution. `central-150135`, `upe-lima`.
public struct UnitID: Hashable, Sendable {
    public let text: String

    /// Reads an id.
    ///
    /// - Throws: `.notAWord` where the text could be something else than an id.
    public init(reading text: String) throws(ActorID.Misread) {
        guard Word.isWord(text) else { throw .notAWord }
        self.text = text
    }
}
