import Crypto

/// The key of one device for the short messages that it sends when nothing else works. Printing one prints its type.
///
/// The house keeps none of them: each is derived from one secret and the number of the device.
public struct SMSKey: Sendable, Unprintable {
    private let key: SymmetricKey

    /// How many bytes a key has, and the secret of the house.
    public static let length = 32
    /// Number of the device, nonce, text and tag.
    static let bodyLength = 30
    private static let textLength = 14
    private static let tagLength = 8

    /// The key of a device.
    ///
    /// - Throws: `.unusable` where the secret has not exactly 32 bytes.
    public init(of device: UInt32, secret: [UInt8]) throws(SealingFault) {
        guard secret.count == Self.length else { throw .unusable }
        let info = Array("ruta-sms-1\n".utf8) + Self.bytes(of: device)
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: info, outputByteCount: Self.length)
    }

    init(raw: [UInt8]) { key = SymmetricKey(data: raw) }

    /// The bytes, to be given to the phone once.
    package var raw: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// The number of the device that says it sent a body; nil where it is no body.
    public static func device(in body: [UInt8]) -> UInt32? {
        guard body.count == bodyLength else { return nil }
        return body.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The fourteen bytes of text of a body.
    ///
    /// The library knows only tags of sixteen bytes, and a short message has no room for them. A stream cipher is its
    /// own inverse: what was sealed is sealed again, which gives the text, and the text sealed gives the tag.
    ///
    /// - Throws: `.unreadable`, whatever the cause.
    public func open(_ body: [UInt8]) throws(SealingFault) -> [UInt8] {
        guard body.count == Self.bodyLength else { throw .unreadable }
        let nonce = Array(body.prefix(8)) + [0, 0, 0, 0]
        let sealed = Array(body[8..<(8 + Self.textLength)])
        do {
            let iv = try AES.GCM.Nonce(data: nonce)
            let text = Array(try AES.GCM.seal(sealed, using: key, nonce: iv).ciphertext)
            let tag = Array(try AES.GCM.seal(text, using: key, nonce: iv).tag.prefix(Self.tagLength))
            guard ConstantTime.areEqual(tag, Array(body.suffix(Self.tagLength))) else {
                throw SealingFault.unreadable
            }
            return text
        } catch {
            throw .unreadable
        }
    }

    private static func bytes(of device: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: device >> UInt32($0)) }
    }
}
