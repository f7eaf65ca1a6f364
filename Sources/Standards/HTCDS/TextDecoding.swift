/// Bytes of an office's file as text: UTF-8, or the Windows code page 1252 that its spreadsheets write.
public enum TextDecoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case windows1252 = "Windows-1252"

    /// The text and in which of the two it was written; nil where it is neither, or has a character NUL.
    public static func text(of bytes: [UInt8]) -> (text: String, from: TextDecoding)? {
        guard !bytes.contains(0) else { return nil }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            guard let scalar = scalar(byte) else { return nil }
            scalars.append(scalar)
        }
        return (String(scalars), .windows1252)
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let code = upper[Int(byte - 0x80)]
        return code == 0 ? nil : Unicode.Scalar(code)
    }

    /// What the bytes 0x80 to 0x9F mean; zero for those that mean nothing.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
        0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0, 0x017E, 0x0178,
    ]
}
