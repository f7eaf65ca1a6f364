/// Eight characters of a hash, the last a check character, as a case reference is written.
enum ShortCode {
    private static let alphabet = Array("2346789ABCDEFGHJKMNPQRTUVWXYZ".utf8)

    /// The code of a hash, of which the first fourteen bytes are used.
    static func text(of hash: [UInt8]) -> String {
        var characters: [UInt8] = []
        var sum = 0
        for position in 0..<7 {
            let value = (Int(hash[2 * position]) << 8 | Int(hash[2 * position + 1])) % alphabet.count
            sum += (position + 1) * value
            characters.append(alphabet[value])
        }
        let check = (0..<alphabet.count).first { (sum + 8 * $0) % alphabet.count == 0 } ?? 0
        characters.append(alphabet[check])
        return String(decoding: characters[0..<4] + [UInt8(ascii: "-")] + characters[4..<8], as: UTF8.self)
    }
}
