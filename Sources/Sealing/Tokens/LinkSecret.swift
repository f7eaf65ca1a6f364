import Crypto

/// Thirty-two random bytes that travel as a text; the server keeps a hash, which opens nothing.
struct LinkSecret: Hashable, Sendable {
    static let length = 32
    let bytes: [UInt8]

    init(random bytes: [UInt8]) throws(SealingFault) {
        guard bytes.count == Self.length else { throw .unusable }
        self.bytes = bytes
    }

    init(reading text: String) throws(SealingFault) {
        guard text.utf8.count == 43, let bytes = BitText.base64URL.bytes(of: text), bytes.count == Self.length
        else { throw .unreadable }
        self.bytes = bytes
    }

    var text: String { BitText.base64URL.text(of: bytes) }

    func lookup(_ use: String) -> String {
        HexText.text(of: SHA256.hash(data: Netstrings.bytes(of: [use]) + bytes))
    }
}
