/// A secret that shows its type and nothing else, however it is printed, dumped or put into an error.
public protocol Unprintable: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Unprintable {
    /// The name of the type.
    public var description: String { String(describing: Self.self) }
    /// The name of the type.
    public var debugDescription: String { description }
    /// A mirror without children, so that `dump` and test failures see nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
