import CaseRegister

/// The values of a statement in the binary form of the server.
struct PostgresParameters {
    /// All values behind each other; never empty, so that an empty text has an address too.
    private var bytes: [UInt8] = []
    /// Where each begins; nil for one that is absent.
    private var starts: [Int?] = []
    private var lengths: [CInt] = []

    /// - Throws: `.other` where a text holds a NUL byte, which both databases silently cut.
    init(_ values: [SQLValue]) throws(JournalFault) {
        for value in values {
            let start = bytes.count
            switch value {
            case .null: break
            case .blob(let blob): bytes.append(contentsOf: blob)
            case .integer(let number):
                withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
            case .text(let text):
                guard !text.utf8.contains(0) else { throw .other(code: "nul-in-text") }
                bytes.append(contentsOf: text.utf8)
            }
            starts.append(value == .null ? nil : start)
            lengths.append(CInt(bytes.count - start))
        }
        bytes.append(0)
    }

    /// Gives the values as libpq takes them: count, addresses, lengths, and that each is binary.
    func with<Value>(
        _ body: (CInt, [UnsafePointer<CChar>?], [CInt], [CInt]) throws -> Value
    ) rethrows -> Value {
        try bytes.withUnsafeBytes { buffer in
            let addresses = starts.map { start in
                start.flatMap { buffer.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return try body(
                CInt(starts.count), addresses, lengths, [CInt](repeating: 1, count: starts.count))
        }
    }
}
