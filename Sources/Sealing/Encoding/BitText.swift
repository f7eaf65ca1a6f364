/// Bytes written a few bits a character, the first bit first; what base 32 and base 64 have in common.
struct BitText {
    let alphabet: [UInt8]
    /// How many bits a character carries.
    let bits: Int

    /// RFC 4648 section 5, without padding: fits into an address.
    static let base64URL = BitText(
        alphabet: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8), bits: 6)
    /// RFC 4648 section 6, without padding: what authenticator apps read.
    static let base32 = BitText(alphabet: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8), bits: 5)
    /// Crockford's base 32, which has neither I, L, O nor U: what people copy by hand.
    static let spoken = BitText(alphabet: Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8), bits: 5)

    /// The text of some bytes.
    func text(of bytes: some Sequence<UInt8>) -> String {
        var characters: [UInt8] = []
        var buffer = 0
        var held = 0
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            held += 8
            while held >= bits {
                held -= bits
                characters.append(alphabet[buffer >> held & mask])
            }
            buffer &= (1 << held) - 1
        }
        if held > 0 { characters.append(alphabet[buffer << (bits - held) & mask]) }
        return String(decoding: characters, as: UTF8.self)
    }

    /// The bytes of a text; nil where it is not exactly the text that these bytes are written as.
    func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = 0
        var held = 0
        for character in text.utf8 {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            buffer = buffer << bits | value
            held += bits
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> held))
                buffer &= (1 << held) - 1
            }
        }
        guard held < bits, buffer == 0 else { return nil }
        return bytes
    }

    private var mask: Int { (1 << bits) - 1 }
}
