/// The signature of a whole file that leaves the house, such as a dossier: `RUTA-FILE-1.<key>.<signature>`.
///
/// It is made with the key of the receipts, so that one public key file checks both.
public struct FileSignature: Hashable, Sendable {
    /// What stands in the file.
    public let text: String
    let keyID: [UInt8]
    let signature: [UInt8]

    private static let mark = "RUTA-FILE-1"

    init(keyID: [UInt8], signature: [UInt8]) {
        self.keyID = keyID
        self.signature = signature
        text = "\(Self.mark).\(HexText.text(of: keyID)).\(BitText.base64URL.text(of: signature))"
    }

    /// Reads what stands in a file.
    ///
    /// - Throws: `.unreadable` where it is no such signature.
    public init(reading text: String) throws(SealingFault) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.mark, let keyID = HexText.bytes(of: String(parts[1])),
            let signature = BitText.base64URL.bytes(of: String(parts[2]))
        else { throw .unreadable }
        self.init(keyID: keyID, signature: signature)
    }

    /// What is signed: the mark, the form of the file, and its bytes; no receipt begins like that.
    static func signed(_ bytes: [UInt8], form: String) -> [UInt8] {
        Netstrings.bytes(of: [mark, form]) + bytes
    }
}

extension ReceiptSigner {
    /// Signs a file.
    ///
    /// - Parameter form: the name of its form, such as `ruta-dossier-1`, so that none passes for another.
    /// - Throws: never for a seed that was made; the library says it could.
    public func sign(file bytes: [UInt8], form: String) throws(SealingFault) -> FileSignature {
        FileSignature(
            keyID: publicKey.id, signature: try signature(over: FileSignature.signed(bytes, form: form)))
    }
}

extension ReceiptVerifier {
    /// Whether one of the keys signed exactly this file.
    public func isSigned(_ bytes: [UInt8], form: String, by signature: FileSignature) -> Bool {
        let signed = FileSignature.signed(bytes, form: form)
        return keys.contains { key in
            key.id == signature.keyID && key.isSignature(signature.signature, of: signed)
        }
    }
}
