import Yams

extension Texts {
    /// Reads one map `key: text`, such as the words of the command line that are built into the program.
    ///
    /// Nil where the bytes are not such a map.
    public init?(language: String, yaml bytes: [UInt8]) {
        let notes = ReadingNotes()
        let file = CatalogFile(path: language, bytes: bytes)
        guard let mapping = file.root(notes)?.mapping else { return nil }
        var words: [String: String] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string, let text = value.scalar?.string else { return nil }
            words[name] = text
        }
        self.init(language: language, words: words)
    }

    /// The words of a key that is put together, such as `finding.unknownID`; nil where there are none.
    public func words(of key: String, _ values: [String: String] = [:]) -> String? {
        self[raw: key].map { Self.fill($0, values) }
    }
}
