/// The words of the screens in one language, by key.
public struct Texts: Sendable {
    /// The language of the words, as in BCP 47 (`es-PE`).
    public let language: String
    private let words: [String: String]
    /// The words for one thing, where they differ from those for several.
    let singulars: [String: Singular]
    /// The Spanish words of the same keys; nil where these are they.
    private let spanish: [String: String]?
    /// Where each key stands, for findings.
    let places: [String: Place]

    /// The words of a key when there is exactly one.
    struct Singular: Equatable, Sendable {
        let words: String
        /// The name of the value that is counted.
        let counted: String

        static let usual = "count"
    }

    public init(language: String, words: [String: String], places: [String: Place] = [:]) {
        self.init(language: language, words: words, singulars: [:], places: places)
    }

    init(
        language: String, words: [String: String], singulars: [String: Singular], places: [String: Place],
        spanish: [String: String]? = nil
    ) {
        self.language = language
        self.words = words
        self.singulars = singulars
        self.places = places
        self.spanish = spanish
    }

    public var keys: [String] { words.keys.sorted() }

    /// The words of a key. The check refuses a catalogue in which a declared key has none.
    public subscript(_ key: some TextKey) -> String { words[key.rawValue] ?? key.rawValue }

    /// The words of a key with `{name}` replaced by each value; the words for one where the counted value is 1.
    public subscript(_ key: some TextKey, _ values: [String: String]) -> String {
        if let singular = singulars[key.rawValue], values[singular.counted] == "1" {
            return Self.fill(singular.words, values)
        }
        return Self.fill(self[key], values)
    }

    /// The words of a key as they are said aloud to a person in Peru: in Spanish, whatever the page is written in.
    public func aloud(_ key: some TextKey, _ values: [String: String] = [:]) -> String {
        Self.fill((spanish ?? words)[key.rawValue] ?? key.rawValue, values)
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

    /// The names of the places to be filled in, in their order.
    static func placeholders(in text: String) -> [String] {
        text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }
}

extension Texts {
    /// The words of all keys that begin alike, for whoever carries them elsewhere.
    public func words(startingWith start: String) -> [String: String] {
        var found: [String: String] = [:]
        for key in keys where key.hasPrefix(start) { found[key] = self[raw: key] }
        return found
    }

    /// These words beside the Spanish ones, from which they take those that are never translated.
    func beside(_ spanish: Texts) -> Texts {
        let untranslated = spanish.words.filter { TranslationCheck.isNeverTranslated($0.key) }
        return Texts(
            language: language, words: words.merging(untranslated) { own, _ in own }, singulars: singulars,
            places: places, spanish: spanish.words)
    }
}
