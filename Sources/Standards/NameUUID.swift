import Crypto

/// A UUID made of a name, the same for ever and at every house (version 5, RFC 9562 §5.5).
public struct NameUUID: Hashable, Sendable {
    /// Lower case, with hyphens.
    public let text: String

    /// - Parameter name: what it stands for, such as `institution/upe`.
    public init(of name: String) {
        var bytes = Array(Insecure.SHA1.hash(data: Self.namespace + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        text = Self.text(of: bytes)
    }

    /// Whether a text has the form of a UUID, of any version.
    public static func isUUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && text.utf8.allSatisfy { $0 == 0x2D || isDigit($0) }
    }

    private static func text(of bytes: [UInt8]) -> String {
        var text = ""
        for (place, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(place) { text += "-" }
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return text
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
    }

    /// Drawn once at random for all names of Ruta.
    private static let namespace: [UInt8] = [
        0x6B, 0x1F, 0x0C, 0x9E, 0x52, 0xA7, 0x4D, 0x83, 0xB4, 0x90, 0x17, 0x3E, 0xD5, 0x68, 0x2A, 0xF1,
    ]
}
