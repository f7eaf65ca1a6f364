import Yams

/// What the catalogue says in another language: each Spanish text with its translation.
///
/// The Spanish text itself is the key. So a text that changes has no translation until somebody writes a new one,
/// and what was written for the old one is reported as belonging to nothing.
struct Translations {
    let language: Language
    private var entries: [String: Entry] = [:]
    /// Texts that are the same in both languages: names, numbers, signs.
    private(set) var same: [String: Place] = [:]

    struct Entry {
        let text: String
        let place: Place
    }

    /// Reads `translations/<language>`: lists of `es` and `<language>`, and the list `same.yaml`.
    init(_ language: Language, in files: [CatalogFile], notes: ReadingNotes) {
        self.language = language
        let folder = "translations/\(language.folder)/"
        for file in files where file.path.hasPrefix(folder) {
            guard let root = file.root(notes) else { continue }
            guard let items = root.sequence else {
                notes.add(.expectedList, at: file.start, ["key": file.path])
                continue
            }
            for node in items { read(node, in: file, isSame: file.path == folder + "same.yaml", notes) }
        }
    }

    private mutating func read(_ node: Node, in file: CatalogFile, isSame: Bool, _ notes: ReadingNotes) {
        let place = file.place(of: node)
        if isSame {
            guard let text = node.scalar?.string else {
                return notes.add(.expectedText, at: place, ["key": file.path])
            }
            same[text] = place
            return
        }
        let item = ItemReader(node, in: file, notes: notes, standard: .desk)
        let (spanish, text) = (item.text("es"), item.text(language.folder))
        item.finish()
        if entries.updateValue(Entry(text: text, place: place), forKey: spanish) != nil {
            notes.add(.duplicateKey, at: place, ["key": spanish])
        }
    }

    subscript(spanish: String) -> Entry? { entries[spanish] }

    var all: [(spanish: String, entry: Entry)] { entries.map { ($0.key, $0.value) } }
    var isEmpty: Bool { entries.isEmpty }

    /// Whether the texts of a file stay in Spanish: laws as they are cited, names of districts, notes for those who write.
    static func leaves(_ file: String) -> Bool {
        ["catalog.yaml", "sources/", "territory/"].contains { file.hasPrefix($0) }
    }
}
