extension StreetReport {
    /// Why a report was not taken in; names the field and never what stood in it.
    public enum Misread: Error, Equatable {
        /// A field that must be there is not, or is of another kind.
        case missing(Field)
        /// A text that cannot be an id of a catalogue.
        case notAWord(Field)
        /// The same fact, sign or step a second time.
        case twice(Field)
        /// More than 128 facts, signs or steps.
        case tooMany(Field)
        /// A district that is not six digits.
        case district
        /// A time that no clock can have meant.
        case claimedAt
    }

    /// The fields of a report, by the names that they have in JSON.
    public enum Field: String, Sendable {
        case id
        case catalog
        case catalogVersion = "catalog.version"
        case catalogHash = "catalog.hash"
        case district
        case facts
        case signs
        case people
        case level
        case steps
        case claimedAt
        case calls
        case flags
        case sent
    }
}
