/// One attribute of a tag, with its value escaped.
public struct Attribute: Equatable, Sendable {
    /// A space, the name and, unless it is a flag, the quoted value.
    let utf8: [UInt8]

    /// An attribute with a value; nil for a name whose value the browser follows or runs.
    public init?(_ name: StaticString, _ value: String) {
        guard AttributeKind(name: MarkupName(name)) == .plain else {
            assertionFailure("\(name) takes no text")
            return nil
        }
        var utf8: [UInt8] = []
        utf8.reserveCapacity(name.utf8CodeUnitCount + value.utf8.count + 4)
        utf8.append(UInt8(ascii: " "))
        name.withUTF8Buffer { utf8.append(contentsOf: $0) }
        utf8 += "=\"".utf8
        Escaping.append(value, to: &utf8)
        utf8.append(UInt8(ascii: "\""))
        self.utf8 = utf8
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
