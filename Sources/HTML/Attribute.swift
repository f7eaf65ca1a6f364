/// One attribute of a tag, with its value escaped.
public struct Attribute: Equatable, Sendable {
    /// A space, the name and, unless it is a flag, the quoted value.
    let utf8: [UInt8]

    /// An attribute with a value; nil for a name whose value the browser follows or runs.
    public init?(_ name: StaticString, _ value: String) {
        guard AttributeKind(name: Array(name.description.utf8)) == .plain else {
            assertionFailure("\(name) takes no text")
            return nil
        }
        var utf8 = Array(" \(name)=\"".utf8)
        Escaping.append(value.utf8, to: &utf8)
        self.utf8 = utf8 + [UInt8(ascii: "\"")]
    }

    /// A flag such as `checked`, or nil when it is off.
    public init?(_ name: StaticString, when isOn: Bool) {
        guard isOn else { return nil }
        utf8 = Array(" \(name)".utf8)
    }
}

extension Attribute {
    /// An attribute with a value, or nil when it is off.
    public init?(_ name: StaticString, _ value: String, when isOn: Bool) {
        guard isOn else { return nil }
        self.init(name, value)
    }
}
