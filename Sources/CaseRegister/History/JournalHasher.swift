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
        let start = text.count
        addDigits(of: number, to: &text)
        let length = text.count - start
        // At most twenty digits and a sign, so the length has one or two of its own.
        text.insert(UInt8(ascii: ":"), at: start)
        text.insert(UInt8(ascii: "0") + UInt8(length % 10), at: start)
        if length > 9 { text.insert(UInt8(ascii: "0") + UInt8(length / 10), at: start) }
        text.append(UInt8(ascii: ","))
    }

    private static func addDigits(of number: Int64, to text: inout [UInt8]) {
        var rest = number.magnitude
        let sign = number < 0
        if sign { text.append(UInt8(ascii: "-")) }
        let start = text.count
        repeat {
            text.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        text[start...].reverse()
    }

    private static let journalMark = Array("ruta-journal-1".utf8)
    private static let caseMark = Array("ruta-case-1".utf8)
}
