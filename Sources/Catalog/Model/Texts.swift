/// The words of the screens in one language, by key.
public struct Texts: Sendable {
    /// The language of the words, as in BCP 47 (`es-PE`).
    public let language: String
    private let words: [String: String]
    /// Where each key stands, for findings.
    let places: [String: Place]

    public init(language: String, words: [String: String], places: [String: Place] = [:]) {
        self.language = language
        self.words = words
        self.places = places
    }

    public var keys: [String] { words.keys.sorted() }

    /// The words of a key. The check refuses a catalogue in which a declared key has none.
    public subscript(_ key: some TextKey) -> String { words[key.rawValue] ?? key.rawValue }

    /// The words of a key with `{name}` replaced by each value.
    public subscript(_ key: some TextKey, _ values: [String: String]) -> String {
        Self.fill(self[key], values)
    }

    subscript(raw key: String) -> String? { words[key] }

    static func fill(_ text: String, _ values: [String: String]) -> String {
        // One pass over the template: what is filled in is never looked at again. Bytes, since no mark of a
        // template is part of a longer character.
        var filled = ""
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            filled += Substring(rest[..<open])
            let name = Substring(rest[rest.index(after: open)..<close])
            filled += values[String(name)] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return filled + Substring(rest)
    }
}

extension Texts {
    /// The words of all keys that begin alike, for whoever carries them elsewhere.
    public func words(startingWith start: String) -> [String: String] {
        var found: [String: String] = [:]
        for key in keys where key.hasPrefix(start) { found[key] = self[raw: key] }
        return found
    }
}
