import ReferralDomain

/// Holds the words of what leaves the house to the act and the code: whoever reads them over a shoulder learns nothing.
///
/// A closed list, because no list of forbidden words is ever whole: a new word is argued for here, with its golden file.
struct NoticeCheck {
    let texts: Texts

    /// The file of the words that leave the house.
    static let file = "texts/es/messages.yaml"
    /// Letters of one short message in the alphabet with accents, the code filled in (eight signs and a hyphen).
    static let longest = 70

    var findings: [Finding] {
        texts.places.filter { $0.value.file == Self.file }.flatMap { key, place in
            findings(in: texts[raw: key] ?? "", at: place)
        }
    }

    private func findings(in text: String, at place: Place) -> [Finding] {
        let words = text.split { Self.marks.contains($0) }.map(String.init)
        var found = Set(words.filter { !Self.allowed.contains($0.lowercased()) }).map {
            Finding(.noticeSaysMore, at: place, ["value": $0])
        }
        let filled = Texts.fill(text, ["code": "XXXX-XXXX", "digits": "000000"])
        if filled.utf16.count > Self.longest {
            found.append(
                Finding(
                    .noticeTooLong, at: place,
                    ["found": String(filled.utf16.count), "allowed": String(Self.longest)]))
        }
        return found
    }

    private static let marks: Set<Character> = [" ", ".", ","]
    private static let allowed: Set<String> = [
        "tiene", "hay", "1", "tarea", "sin", "responder", "vencida", "detenga", "respuesta", "ref", "{code}",
        "aviso", "su", "código", "es", "{digits}",
    ]
}
