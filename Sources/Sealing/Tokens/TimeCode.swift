import Crypto

/// The six digits of an authenticator app: TOTP of RFC 6238 with SHA-1 and steps of thirty seconds.
public enum TimeCode {
    /// How many bytes the shared secret has.
    public static let secretLength = 20
    private static let stepMilliseconds: Int64 = 30_000

    /// The code at a moment.
    ///
    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
    public static func code(secret: [UInt8], at milliseconds: Int64) -> String {
        code(secret: secret, step: step(at: milliseconds), digits: 6)
    }

    /// The step that a code belongs to, of the present one and its two neighbours; nil where it is of none.
    ///
    /// The caller keeps the step and refuses it and all before: a code is used once.
    public static func matches(_ code: String, secret: [UInt8], at milliseconds: Int64) -> Int64? {
        let typed = code.filter { $0 != " " }
        var found: Int64?
        for step in (step(at: milliseconds) - 1)...(step(at: milliseconds) + 1)
        where ConstantTime.areEqual(self.code(secret: secret, step: step, digits: 6), typed) {
            found = step
        }
        return found
    }

    /// The address that an authenticator app reads from a QR: it holds the secret, so it is shown once.
    public static func provisioningText(account: String, secret: [UInt8]) -> String {
        let name = account.utf8.map { byte in
            isPlain(byte)
                ? String(decoding: [byte], as: UTF8.self) : "%" + HexText.text(of: [byte]).uppercased()
        }
        return "otpauth://totp/Ruta:\(name.joined())?secret=\(secretText(secret))&issuer=Ruta"
    }

    /// The secret for typing it by hand: base 32 without padding.
    public static func secretText(_ secret: [UInt8]) -> String { BitText.base32.text(of: secret) }

    /// Reads a secret as `secretText` writes it; nil where it is none.
    public static func secret(reading text: String) -> [UInt8]? {
        BitText.base32.bytes(of: text).flatMap { $0.count == secretLength ? $0 : nil }
    }

    static func step(at milliseconds: Int64) -> Int64 {
        let step = milliseconds / stepMilliseconds
        return milliseconds < 0 && step * stepMilliseconds != milliseconds ? step - 1 : step
    }

    static func code(secret: [UInt8], step: Int64, digits: Int) -> String {
        let counter = stride(from: 56, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: step >> Int64($0))
        }
        let hash = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(hash[hash.count - 1] & 15)
        let number = hash[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(number % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
