/// Checks receipts without the server: all it needs are the public keys, old ones among them.
public struct ReceiptVerifier: Sendable {
    /// The keys, the one in use first.
    public let keys: [ReceiptPublicKey]

    public init(keys: [ReceiptPublicKey]) { self.keys = keys }

    /// A verifier from a public key file: one key a line; empty lines and lines that begin with `#` are skipped.
    ///
    /// - Throws: `.unreadable` where a line is no key.
    public init(file: String) throws(SealingFault) {
        var keys: [ReceiptPublicKey] = []
        for line in file.split(whereSeparator: \.isNewline)
        where !line.hasPrefix("#") && !line.allSatisfy(\.isWhitespace) {
            keys.append(try ReceiptPublicKey(reading: String(line)))
        }
        self.keys = keys
    }

    /// The same, which also accepts what this key signed.
    public func accepting(_ key: ReceiptPublicKey) -> ReceiptVerifier { ReceiptVerifier(keys: [key] + keys) }

    /// Whether one of the keys signed these bytes as they are, such as an end of the journal.
    public func isSignature(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        keys.contains { $0.isSignature(signature, of: bytes) }
    }

    /// The receipt of a text, once its signature is checked.
    ///
    /// - Throws: `.unreadable` where it was altered, or signed by none of the keys.
    public func verify(_ text: String) throws(SealingFault) -> SignedReceipt {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == SignedReceipt.mark,
            let bytes = BitText.base64URL.bytes(of: String(parts[1])),
            let signature = BitText.base64URL.bytes(of: String(parts[2]))
        else { throw .unreadable }
        let (statement, keyID) = try ReceiptStatement.read(bytes)
        guard let key = keys.first(where: { $0.id == keyID }), key.isSignature(signature, of: bytes) else {
            throw .unreadable
        }
        return SignedReceipt(statement, keyID: keyID, signed: bytes, signature: signature)
    }

    /// The short codes that a statement had under each of the keys: a code on paper outlives the key.
    public func shortCodes(of statement: ReceiptStatement) -> Set<String> {
        Set(keys.compactMap { try? statement.bytes(signedBy: $0.id) }.map(SignedReceipt.shortCode))
    }
}
