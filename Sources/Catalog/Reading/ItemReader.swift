import ReferralDomain
import Yams

/// Reads one item of a file key by key, and notes every mistake with its line.
///
/// A value that is missing or wrong is replaced by something empty so that reading goes on and all findings are
/// reported together; a catalogue with a finding is never used. A class, because reading changes what is left.
final class ItemReader {
    let place: Place
    let notes: ReadingNotes
    private let file: CatalogFile
    private let values: [String: Node]
    private var unread: Set<String>
    private let standard: PlainText.Standard

    init(_ node: Node, in file: CatalogFile, notes: ReadingNotes, standard: PlainText.Standard) {
        self.file = file
        self.standard = standard
        self.notes = notes
        place = file.place(of: node)
        var values: [String: Node] = [:]
        if let mapping = node.mapping {
            for (key, value) in mapping {
                values[key.scalar?.string ?? ""] = value
            }
        } else {
            notes.add(.expectedMap, at: place)
        }
        self.values = values
        unread = Set(values.keys)
    }

    /// Reports every key that nobody has read: a spelling mistake does not pass in silence.
    func finish() {
        for key in unread.sorted() {
            notes.add(.unknownKey, at: values[key].map(file.place(of:)) ?? place, ["key": key])
        }
    }

    /// The node of a key, marked as read.
    func node(_ key: String) -> Node? {
        unread.remove(key)
        return values[key]
    }

    func required(_ key: String) -> Node? {
        let found = node(key)
        if found == nil { notes.add(.missingKey, at: place, ["key": key]) }
        return found
    }

    /// Reads a map inside this item.
    func nested<Value>(_ node: Node, _ read: (ItemReader) -> Value) -> Value {
        let reader = ItemReader(node, in: file, notes: notes, standard: standard)
        let value = read(reader)
        reader.finish()
        return value
    }

    func place(_ key: String) -> Place { values[key].map(file.place(of:)) ?? place }

    func place(of node: Node) -> Place { file.place(of: node) }

    // MARK: Words

    func text(_ key: String) -> String { required(key).map { scalar($0, key) } ?? "" }

    func optionalText(_ key: String) -> String? { node(key).map { scalar($0, key) } }

    func texts(_ key: String) -> [String] {
        guard let found = node(key) else { return [] }
        guard let sequence = found.sequence else {
            notes.add(.expectedList, at: file.place(of: found), ["key": key])
            return []
        }
        return sequence.map { scalar($0, key) }
    }

    /// A text held to the plain-language limit.
    func plain(_ key: String, _ standard: PlainText.Standard? = nil) -> String {
        said(text(key), at: place(key), standard)
    }

    func optionalPlain(_ key: String, _ standard: PlainText.Standard? = nil) -> String? {
        optionalText(key).map { said($0, at: place(key), standard) }
    }

    /// A note for those who keep the catalogue: held to the limit, and never translated.
    func optionalNote(_ key: String) -> String? {
        optionalText(key).map { words in
            notes.add(PlainText(text: words, place: place(key), standard: standard))
            return words
        }
    }

    func plainList(_ key: String) -> [String] {
        texts(key).map { said($0, at: place(key)) }
    }

    private func said(_ words: String, at place: Place, _ standard: PlainText.Standard? = nil) -> String {
        notes.said(PlainText(text: words, place: place, standard: standard ?? self.standard))
    }

    func scalar(_ node: Node, _ key: String) -> String {
        guard let scalar = node.scalar else {
            notes.add(.expectedText, at: file.place(of: node), ["key": key])
            return ""
        }
        if scalar.string.isEmpty { notes.add(.emptyText, at: file.place(of: node), ["key": key]) }
        return scalar.string
    }

    // MARK: Closed kinds of value

    func id<Subject>(_ key: String = "id") -> Identifier<Subject> {
        let words = text(key)
        let isID = words.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                || byte == 0x2D
        }
        if !isID { notes.add(.badID, at: place(key), ["id": words]) }
        return Identifier(words)
    }

    func ids<Subject>(_ key: String) -> [Identifier<Subject>] {
        let list = texts(key)
        for (position, text) in list.enumerated() where list[..<position].contains(text) {
            notes.add(.repeatedValue, at: place(key), ["key": key, "id": text])
        }
        return list.map { Identifier($0) }
    }

    func requiredIDs<Subject>(_ key: String) -> [Identifier<Subject>] {
        if values[key] == nil { notes.add(.missingKey, at: place, ["key": key]) }
        return ids(key)
    }

    func choice<Choice>(_ key: String, _ kind: Choice.Type, else fallback: Choice) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        let words = text(key)
        return choice(words, at: place(key), kind) ?? fallback
    }

    func optionalChoice<Choice>(_ key: String, _ kind: Choice.Type) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        optionalText(key).flatMap { choice($0, at: place(key), kind) }
    }

    func choice<Choice>(_ words: String, at place: Place, _ kind: Choice.Type) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        if let value = Choice(rawValue: words) { return value }
        let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        notes.add(.valueNotAllowed, at: place, ["value": words, "allowed": allowed])
        return nil
    }

    func flag(_ key: String, else fallback: Bool? = nil) -> Bool {
        guard let words = fallback == nil ? text(key) : optionalText(key) else { return fallback ?? false }
        if words == "yes" || words == "no" { return words == "yes" }
        notes.add(.badFlag, at: place(key), ["key": key, "value": words])
        return false
    }

    func number(_ key: String, else fallback: Int? = nil) -> Int {
        guard let words = fallback == nil ? text(key) : optionalText(key) else { return fallback ?? 0 }
        if let number = Int(words) { return number }
        notes.add(.badNumber, at: place(key), ["key": key, "value": words])
        return fallback ?? 0
    }

    func optionalDate(_ key: String) -> PlainDate? {
        guard let words = optionalText(key) else { return nil }
        let date = PlainDate(iso: words)
        if date == nil { notes.add(.badDate, at: place(key), ["value": words]) }
        return date
    }

    func date(_ key: String) -> PlainDate {
        if values[key] == nil { notes.add(.missingKey, at: place, ["key": key]) }
        return optionalDate(key) ?? PlainDate(daysSinceEpoch: 0)
    }

    func duration(_ words: String, at place: Place) {
        if !ISODuration.isWritten(in: words) { notes.add(.badDuration, at: place, ["value": words]) }
    }

    /// A point `[latitude, longitude]` in or near Metropolitan Lima.
    func position(_ key: String) -> Position? {
        let numbers = texts(key).compactMap(Double.init)
        guard values[key] != nil else { return nil }
        guard numbers.count == 2, (-13.0...(-11.0)).contains(numbers[0]),
            (-78.0...(-76.0)).contains(numbers[1])
        else {
            notes.add(.badPosition, at: place(key), ["key": key])
            return nil
        }
        return Position(latitude: numbers[0], longitude: numbers[1])
    }
}
