/// The id of whoever acts: an account, a device, or a place where nobody has an account. Never a name.
public struct ActorID: Hashable, Sendable {
    public let text: String

    /// A guard in the street, who needs no account to report.
    public static let street = ActorID(known: "street")

    /// The ladder, which climbs by itself when a term has passed.
    public static let ladder = ActorID(known: "ladder")

    /// The outbox, which tells a case whether a message arrived.
    public static let messenger = ActorID(known: "messenger")

    /// The holder of a one-time link, who needs no account to acknowledge.
    public static let link = ActorID(known: "link")

    /// Reads an id.
    ///
    /// - Throws: `.notAWord` where the text could be something else than an id.
    public init(reading text: String) throws(Misread) {
        guard Word.isWord(text) else { throw .notAWord }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    /// Why a text is not the id of an actor.
    public enum Misread: Error, Equatable {
        case notAWord
    }
}
