import HTTPTypes
import Hummingbird

/// Gzip (RFC 1952) around one deflate block, so that a page crosses a slow network in a third of the bytes.
///
/// No page carries a secret beside text that a stranger chose, so compression tells nobody anything.
enum Gzip {
    /// Whether whoever asks can read gzip.
    static func isAccepted(by request: Request) -> Bool {
        guard let accepted = request.headers[.acceptEncoding] else { return false }
        return accepted.split(separator: ",").contains { part in
            let words = part.filter { $0 != " " }.lowercased().split(separator: ";")
            return (words.first == "gzip" || words.first == "*") && !words.contains("q=0")
        }
    }

    static func compress(_ content: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        file += Deflate.block(of: content)
        append(checksum(of: content), to: &file)
        append(UInt32(truncatingIfNeeded: content.count), to: &file)
        return file
    }

    private static func append(_ number: UInt32, to file: inout [UInt8]) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { file.append(UInt8(number >> shift & 0xFF)) }
    }

    private static func checksum(of content: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in content { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
        return sum ^ 0xFFFF_FFFF
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
}
