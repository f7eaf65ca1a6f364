/// Hashes rows of the journal one after the other without allocating anew for each.
///
/// What is hashed are netstrings (`length:bytes,`): first what names the chain and the entry before, then the
/// fields of the event, which are the same in both chains.
public struct JournalHasher {
    private let digest: Digest
    private var fields: [UInt8] = []
    private var text: [UInt8] = []

    public init(digest: @escaping Digest) { self.digest = digest }

    /// Fills the hash that links an entry with the one before it in the whole journal, and returns it.
    public mutating func journalHash(of entry: RawEntry, after previous: [UInt8]) -> [UInt8] {
        take(entry)
        text.removeAll(keepingCapacity: true)
        Self.add(Self.journalMark, to: &text)
        Self.add(previous, to: &text)
        Self.add(entry.position, to: &text)
        text.append(contentsOf: fields)
        return Hexadecimal.digits(of: digest(text))
    }

    /// Fills the hash that links an entry with the one before it in its case, and returns it.
    public mutating func caseHash(of entry: RawEntry, after previous: [UInt8]) -> [UInt8] {
        take(entry)
        return caseHash(after: previous)
    }

    /// Both hashes of an entry.
    public mutating func hashes(
        of entry: RawEntry, after previous: [UInt8], inCaseAfter previousOfCase: [UInt8]
    ) -> (journal: [UInt8], ofCase: [UInt8]) {
        (journalHash(of: entry, after: previous), caseHash(after: previousOfCase))
    }

    /// Of the entry whose fields were taken last.
    private mutating func caseHash(after previous: [UInt8]) -> [UInt8] {
        text.removeAll(keepingCapacity: true)
        Self.add(Self.caseMark, to: &text)
        Self.add(previous, to: &text)
        text.append(contentsOf: fields)
        return Hexadecimal.digits(of: digest(text))
    }

    private mutating func take(_ entry: RawEntry) {
        fields.removeAll(keepingCapacity: true)
        Self.add(entry.caseID, to: &fields)
        Self.add(entry.version, to: &fields)
        Self.add(entry.name, to: &fields)
        Self.add(entry.eventVersion, to: &fields)
        Self.add(entry.payload, to: &fields)
        Self.add(entry.actor, to: &fields)
        Self.add(entry.recordedAtMilliseconds, to: &fields)
    }

    private static func add(_ bytes: [UInt8], to text: inout [UInt8]) {
        addDigits(of: Int64(bytes.count), to: &text)
        text.append(UInt8(ascii: ":"))
        text.append(contentsOf: bytes)
        text.append(UInt8(ascii: ","))
    }

    private static func add(_ number: Int64, to text: inout [UInt8]) {
        addDigits(of: Int64(length(of: number)), to: &text)
        text.append(UInt8(ascii: ":"))
        addDigits(of: number, to: &text)
        text.append(UInt8(ascii: ","))
    }

    private static func addDigits(of number: Int64, to text: inout [UInt8]) {
        let start = text.count
        text.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: length(of: number)))
        var rest = number.magnitude
        var place = text.count
        repeat {
            place -= 1
            text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        } while rest > 0 && place > start
    }

    /// How many digits a number has, and one more for its sign.
    private static func length(of number: Int64) -> Int {
        var length = number < 0 ? 2 : 1
        var rest = number.magnitude
        while rest > 9 {
            length += 1
            rest /= 10
        }
        return length
    }

    private static let journalMark = Array("ruta-journal-1".utf8)
    private static let caseMark = Array("ruta-case-1".utf8)
}
