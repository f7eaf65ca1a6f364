/// What makes the journal one chain: each entry is hashed together with the hash of the one before.
///
/// A row that was altered, taken out or put in later breaks the chain at its position. A journal cut off at
/// its end stays whole, so the last hash must also be kept somewhere else. Anyone can check a chain with
/// another program: what is hashed are netstrings (`length:bytes,`) of the fields in their order.
public struct JournalChain: Sendable {
    /// The hash before the first entry.
    public static let beginning = String(repeating: "0", count: 64)

    private let digest: Digest

    public init(digest: @escaping Digest) { self.digest = digest }

    /// The hash of an entry, as hexadecimal digits.
    public func hash(of entry: JournalEntry, after previous: String) -> String {
        var bytes: [UInt8] = []
        let fields = [
            "ruta-journal-1", previous, String(entry.position), entry.caseID, String(entry.version),
            entry.name,
            String(entry.eventVersion), entry.payload, entry.actor, String(entry.recordedAtMilliseconds),
        ]
        for field in fields {
            bytes.append(contentsOf: "\(field.utf8.count):".utf8)
            bytes.append(contentsOf: field.utf8)
            bytes.append(UInt8(ascii: ","))
        }
        return Hexadecimal.text(of: digest(bytes))
    }
}
