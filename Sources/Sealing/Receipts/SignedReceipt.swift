import Crypto

/// A statement with the signature of this server, that anybody can check without it.
public struct SignedReceipt: Hashable, Sendable {
    public let statement: ReceiptStatement
    /// The id of the key that signed: 16 hexadecimal digits.
    public let keyID: String
    /// What stands in the QR: `RUTA1.<statement>.<signature>`.
    public let text: String
    /// Eight characters to compare two receipts by eye or on the telephone: `K7Q2-M3X9`.
    public let shortCode: String

    static let mark = "RUTA1"

    init(_ statement: ReceiptStatement, keyID: [UInt8], signed bytes: [UInt8], signature: [UInt8]) {
        self.statement = statement
        self.keyID = HexText.text(of: keyID)
        text = "\(Self.mark).\(BitText.base64URL.text(of: bytes)).\(BitText.base64URL.text(of: signature))"
        shortCode = Self.shortCode(of: bytes)
    }

    static func shortCode(of bytes: [UInt8]) -> String { ShortCode.text(of: Array(SHA256.hash(data: bytes))) }
}
