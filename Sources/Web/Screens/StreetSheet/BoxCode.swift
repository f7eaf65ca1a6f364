import ReferralDomain

/// The code of one box of the street sheet: four characters, the last of which checks the others.
///
/// It is made of what the box means and of nothing else, so that a sheet printed last year is still read right:
/// neither the order of the catalogue nor another box changes it.
struct BoxCode: Hashable, Sendable {
    let text: String

    /// How many characters a code has.
    static let length = 4

    /// The code of a box, such as that of the fact `danger` with the value `yes`.
    init(of meaning: BoxMeaning) {
        // FNV-1a, 64 bits: it spreads words over the codes and protects nothing.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in meaning.word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let alphabet = CheckedCharacters.alphabet
        let count = UInt64(alphabet.count)
        var characters: [UInt8] = []
        for _ in 1..<Self.length {
            characters.append(alphabet[Int(hash % count)])
            hash /= count
        }
        text = String(decoding: CheckedCharacters.checked(characters), as: UTF8.self)
    }
}

/// What a marked box says.
enum BoxMeaning: Hashable, Sendable {
    case fact(String, value: String)
    case sign(String)
    case people(String)

    /// The form that the code is made of; it never changes for one meaning.
    var word: String {
        switch self {
        case .fact(let fact, let value): "fact \(fact) \(value)"
        case .sign(let sign): "sign \(sign)"
        case .people(let count): "people \(count)"
        }
    }
}
