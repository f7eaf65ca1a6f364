import Catalog

/// The words of one screen.
struct Words<Key: TextKey>: Sendable {
    let texts: Texts

    init(_ texts: Texts) { self.texts = texts }

    subscript(_ key: Key) -> String { texts[key] }

    /// The words with `{name}` replaced by each value.
    subscript(_ key: Key, _ values: [String: String]) -> String { texts[key, values] }
}
