import Crypto

/// Six digits that a receiver reads back on the telephone.
///
/// A million codes are tried in a moment by whoever reads the table: the hash keeps a code from the glance of
/// an administrator, the limit of tries and the short life keep it from everybody else.
public enum SpokenCode {
    /// How many digits a code has.
    public static let digits = 6
    /// How many bytes of salt a stored code needs.
    public static let saltLength = 16

    /// A new code; every one of the million is equally likely.
    ///
    /// - Throws: `.unusable` where the source is not random at all.
    public static func draw(random: RandomBytes) throws(SealingFault) -> String {
        for _ in 0..<tries {
            let bytes = random(4)
            guard bytes.count == 4 else { break }
            let number = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            // The numbers above the last whole million would make some codes likelier than others.
            if number < UInt32.max / million * million { return padded(number % million) }
        }
        throw .unusable
    }

    /// What is stored of a code: 64 hexadecimal digits, bound to its referral.
    public static func stored(_ code: String, salt: [UInt8], referral: String) -> String {
        let text = Netstrings.bytes(of: ["ruta-spoken-1", referral, code])
        return HexText.text(of: HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: salt)))
    }

    /// Whether a code as it was typed, spaces aside, is the one that was stored.
    public static func matches(_ typed: String, stored: String, salt: [UInt8], referral: String) -> Bool {
        let code = typed.filter { $0 != " " }
        return ConstantTime.areEqual(self.stored(code, salt: salt, referral: referral), stored)
    }

    private static let million: UInt32 = 1_000_000
    private static let tries = 64

    private static func padded(_ number: UInt32) -> String {
        let text = String(number)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }
}
