/// The id of a catalogue item; ids of different kinds cannot be mixed up.
public struct Identifier<Subject>: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The id as it stands in the file, such as `notify-police` or `D-01`.
    public let text: String

    public init(_ text: String) { self.text = text }

    public init(stringLiteral text: String) { self.init(text) }

    public var description: String { text }
}
