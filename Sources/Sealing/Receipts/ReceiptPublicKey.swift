import Crypto

/// The public key that receipts are checked with; published, printed, given to every institution.
public struct ReceiptPublicKey: Hashable, Sendable {
    private let raw: [UInt8]

    private static let mark = "RUTA-RECEIPT-KEY-1"

    init(of key: Curve25519.Signing.PublicKey) { raw = Array(key.rawRepresentation) }

    /// Reads the one line of a public key file, `RUTA-RECEIPT-KEY-1 <key>`.
    ///
    /// - Throws: `.unreadable` where it is none.
    public init(reading line: String) throws(SealingFault) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0] == Self.mark,
            let raw = BitText.base64URL.bytes(of: String(words[1])),
            (try? Curve25519.Signing.PublicKey(rawRepresentation: raw)) != nil
        else { throw .unreadable }
        self.raw = raw
    }

    /// The line of a public key file.
    public var text: String { "\(Self.mark) \(BitText.base64URL.text(of: raw))" }

    /// The first eight bytes of the hash of the key.
    var id: [UInt8] {
        Array(SHA256.hash(data: Array("ruta-receipt-key".utf8) + raw).prefix(SealingKey.idLength))
    }

    func isSignature(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return false }
        return key.isValidSignature(signature, for: bytes)
    }
}
