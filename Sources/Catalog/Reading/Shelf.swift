import Yams

/// The files of the catalogue by kind, read into lists of items.
struct Shelf {
    let files: [CatalogFile]
    let notes: ReadingNotes
    /// How many leading parts of a path are already chosen.
    var depth = 0

    /// The part of the shelf in one folder.
    func split(_ folder: String) -> Shelf {
        Shelf(files: files.filter { part(of: $0) == folder }, notes: notes, depth: depth + 1)
    }

    /// Every item of one kind, in the order of the files and of the lines.
    func list<Item: CatalogItem>(
        _ kind: String, isOneItemAFile: Bool = false, _ read: (ItemReader) -> Item
    ) -> IndexedList<Item> {
        let found = files.filter { part(of: $0) == kind }
        if found.isEmpty {
            notes.add(.missingFile, at: Place(file: kind, line: 1), ["path": kind])
        }
        var items: [Item] = []
        for file in found {
            for node in nodes(of: file, isOneItemAFile) {
                let reader = ItemReader(node, in: file, notes: notes, standard: Self.standard(of: file))
                items.append(read(reader))
                reader.finish()
            }
        }
        reportDuplicates(items)
        return IndexedList(items)
    }

    /// The words of the screens; every file is one map.
    func texts(_ language: Language) -> Texts {
        var words: [String: String] = [:]
        var singulars: [String: Texts.Singular] = [:]
        var places: [String: Place] = [:]
        for file in files where file.path.hasPrefix("texts/\(language.folder)/") {
            guard let root = file.root(notes) else { continue }
            guard let mapping = root.mapping else {
                notes.add(.expectedMap, at: file.start)
                continue
            }
            for (key, value) in mapping {
                guard let name = key.scalar?.string, let forms = forms(of: value, in: file) else {
                    notes.add(.expectedText, at: file.place(of: value), ["key": key.scalar?.string ?? "?"])
                    continue
                }
                let place = file.place(of: key)
                // Within a file Yams refuses a key twice; across files nobody else does.
                if words.updateValue(forms.several, forKey: name) != nil {
                    notes.add(.duplicateKey, at: place, ["key": name])
                }
                places[name] = place
                singulars[name] = forms.one
                for text in [forms.several, forms.one?.words].compactMap(\.self) {
                    notes.add(
                        PlainText(
                            text: text, place: place, standard: Self.standard(of: file), language: language))
                }
            }
        }
        return Texts(language: language.rawValue, words: words, singulars: singulars, places: places)
    }

    /// One text, or a map with the words for `one`, those for any `other` number, and what is counted `by`.
    private func forms(of value: Node, in file: CatalogFile) -> (several: String, one: Texts.Singular?)? {
        if let text = value.scalar?.string { return (text, nil) }
        guard value.mapping != nil else { return nil }
        let item = ItemReader(value, in: file, notes: notes, standard: .desk)
        let (one, several) = (item.text("one"), item.text("other"))
        let counted = item.optionalText("by") ?? Texts.Singular.usual
        item.finish()
        if !Texts.placeholders(in: several).contains(counted) {
            notes.add(.missingKey, at: file.place(of: value), ["key": counted])
        }
        return (several, Texts.Singular(words: one, counted: counted))
    }

    private func part(of file: CatalogFile) -> String? {
        file.path.split(separator: "/").dropFirst(depth).first.map(String.init)
    }

    private func nodes(of file: CatalogFile, _ isOneItemAFile: Bool) -> [Node] {
        guard let root = file.root(notes) else { return [] }
        if isOneItemAFile { return [root] }
        guard let sequence = root.sequence else {
            notes.add(.expectedList, at: file.start, ["key": file.path])
            return []
        }
        return Array(sequence)
    }

    private func reportDuplicates<Item: CatalogItem>(_ items: [Item]) {
        var seen: Set<Identifier<Item.Subject>> = []
        for item in items where !seen.insert(item.id).inserted {
            notes.add(.duplicateID, at: item.place, ["id": item.id.text])
        }
    }

    /// What a sereno reads on the street is held to the stricter standard.
    private static func standard(of file: CatalogFile) -> PlainText.Standard {
        let street = [
            "facts/1-street.yaml", "steps/1-safety.yaml", "steps/2-notify.yaml", "rights.yaml",
            "conduct.yaml",
            "flow.yaml", "course.yaml", "texts/es/street.yaml", "texts/en/street.yaml",
        ]
        return street.contains(file.path) || file.kind == "scenes" ? .street : .desk
    }
}
