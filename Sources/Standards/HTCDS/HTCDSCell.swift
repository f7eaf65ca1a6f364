import ReferralDomain

/// One cell in the form of the standard: whatever the office writes, one spelling comes out.
enum HTCDSCell {
    /// The cell as the standard writes it.
    ///
    /// - Throws: what is wrong with it.
    static func canonical(_ text: String, of field: HTCDSField) throws(HTCDSFinding.Kind) -> String {
        guard text.utf8.count <= longest else { throw .tooLong }
        switch field.kind {
        case .text: return text
        case .date: return try date(text).iso
        case .number: return try number(text)
        case .checkbox: return try truth(text) ? "true" : "false"
        case .choice:
            guard let value = HTCDSSpelling.value(text, in: field.values) else { throw .choice }
            return value
        case .choices: return try choices(text, in: field.values).joined(separator: ";")
        case .phone: return try phone(text)
        case .country: return try country(text)
        case .countries:
            var found: [String] = []
            for part in parts(text) { found.append(try country(part)) }
            return found.joined(separator: ";")
        case .language:
            guard (2...3).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isLetter }) else {
                throw .language
            }
            return text.lowercased()
        }
    }

    /// `2026-11-23`, `23/11/2026`, `23-11-2026` and `23.11.2026`, with or without an hour behind; the day comes first.
    ///
    /// What could be two days is refused with its own reason, never guessed: `23/11/26` of a birthday, and `46349`, which
    /// spreadsheets count from 1900 or from 1904.
    static func date(_ text: String) throws(HTCDSFinding.Kind) -> PlainDate {
        let day = text.split { $0 == "T" || $0 == " " }.first.map(String.init) ?? ""
        if let date = PlainDate(iso: day) { return date }
        let parts = day.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == "." }
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        if isSerial(day) { throw .serialDate }
        if parts.count == 3, numbers.count == 3, parts.allSatisfy({ (1...2).contains($0.count) }) {
            throw .shortYear
        }
        guard parts.count == 3, numbers.count == 3, parts[2].count == 4,
            let date = PlainDate(year: numbers[2], month: numbers[1], day: numbers[0])
        else { throw .date }
        return date
    }

    /// Five digits, with or without a part of a day behind.
    private static func isSerial(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        return parts.count <= 2 && parts.first?.count == 5
            && parts.allSatisfy { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// `-12,05` and `-12.05` are the same; what could be thousands is refused rather than guessed.
    static func number(_ text: String) throws(HTCDSFinding.Kind) -> String {
        let plain = text.map { $0 == "," ? "." : $0 }
        let digits = plain.drop { $0 == "-" }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard plain.count - digits.count <= 1, (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { throw .number }
        return String(plain)
    }

    static func truth(_ text: String) throws(HTCDSFinding.Kind) -> Bool {
        switch FoldedText.of(text) {
        case "true", "1", "x", "yes", "si", "verdadero": true
        case "false", "0", "no", "falso": false
        default: throw .checkbox
        }
    }

    /// Several values between semicolons, bars, commas, or spaces as the survey writes them.
    private static func choices(_ text: String, in allowed: [String]) throws(HTCDSFinding.Kind) -> [String] {
        var found: [String] = []
        for part in parts(text) {
            if let value = HTCDSSpelling.value(part, in: allowed) {
                found.append(value)
                continue
            }
            for word in part.split(separator: " ") {
                guard let value = HTCDSSpelling.value(String(word), in: allowed) else { throw .choice }
                found.append(value)
            }
        }
        return allowed.filter(found.contains)
    }

    private static func parts(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "|" || $0 == "," }.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// E.164; spaces, hyphens and brackets are passed over.
    private static func phone(_ text: String) throws(HTCDSFinding.Kind) -> String {
        let plain = text.filter { !" -()".contains($0) }
        let digits = plain.drop { $0 == "+" }
        guard plain.count - digits.count <= 1, (2...15).contains(digits.count),
            digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits.first != "0"
        else { throw .phone }
        return plain
    }

    private static func country(_ text: String) throws(HTCDSFinding.Kind) -> String {
        guard (2...3).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw .country
        }
        return text.uppercased()
    }

    /// A cell is a line, a note at most: 4 KB.
    private static let longest = 4_096
}

extension StringProtocol {
    /// Without the space around it.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
