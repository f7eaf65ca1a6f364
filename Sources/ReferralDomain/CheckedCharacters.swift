/// Characters without look-alikes, the last of which checks the others: what people read out, copy and type.
///
/// The weighted sum of their values is zero modulo 29. Since 29 is prime and longer than any text of ours, one wrong
/// character and two swapped ones are always caught.
public enum CheckedCharacters {
    /// 29 characters; `0` and `O`, `1` and `I`, `5` and `S` and `L` are not among them.
    public static let alphabet = Array("2346789ABCDEFGHJKMNPQRTUVWXYZ".utf8)

    /// The characters with their check character behind them.
    public static func checked(_ characters: [UInt8]) -> [UInt8] {
        let sum = sum(of: characters) ?? 0
        let place = characters.count + 1
        let check = (0..<alphabet.count).first { (sum + place * $0) % alphabet.count == 0 } ?? 0
        return characters + [alphabet[check]]
    }

    /// Whether every character is of the alphabet and the last one checks the others.
    public static func areWhole(_ characters: [UInt8]) -> Bool {
        sum(of: characters).map { $0 % alphabet.count == 0 } ?? false
    }

    private static func sum(of characters: [UInt8]) -> Int? {
        var sum = 0
        for (position, character) in characters.enumerated() {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            sum += (position + 1) * value
        }
        return sum
    }
}
