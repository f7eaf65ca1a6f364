/// One person as every institution writes it down alike: a document, or names and a birthday.
///
/// The rules stand in `docs/tasks/count-together.md`; a list that follows other rules finds too few in common.
public struct CountToken: Hashable, Sendable {
    let text: String

    /// Why a line is none. It carries no content.
    public enum Misread: Error, Hashable, Sendable {
        case unknownKind, badDocument, badName, badDay
    }

    /// Reads `dni;12345678`, `ce;001234567`, `pas;AB123456` or `nombre;Apellidos y nombres;2001-05-09`.
    public init(reading line: String) throws(Misread) {
        let parts = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        let kind = Self.folded(parts.first ?? "")
        switch kind {
        case "DNI", "CE", "PAS":
            guard parts.count == 2, let number = Self.document(parts[1], isNational: kind == "DNI") else {
                throw .badDocument
            }
            text = kind + "|" + number
        case "NOMBRE":
            guard parts.count == 3 else { throw .badName }
            // In one order, since some write the given names first.
            let words = Self.folded(parts[1]).split(separator: " ").map(String.init).sorted()
            guard words.count >= 2 else { throw .badName }
            guard let day = Self.day(parts[2]) else { throw .badDay }
            text = "NOMBRE|" + words.joined(separator: " ") + "|" + day
        default: throw .unknownKind
        }
    }

    /// Letters and digits in upper case without what is put between them; a national one has eight digits.
    private static func document(_ written: String, isNational: Bool) -> String? {
        let kept = folded(written).filter { $0 != " " }
        guard isNational else { return (5...15).contains(kept.count) ? kept : nil }
        guard kept.allSatisfy(\.isNumber), (1...8).contains(kept.count) else { return nil }
        return String(repeating: "0", count: 8 - kept.count) + kept
    }

    /// `2001-05-09`
    private static func day(_ written: String) -> String? {
        let parts = written.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ Int($0) != nil }) else { return nil }
        return parts.joined(separator: "-")
    }

    /// Upper case without accents, every other sign a space, no two spaces beside each other.
    private static func folded(_ text: String) -> String {
        let letters = text.decomposed.uppercased().unicodeScalars.compactMap { scalar -> Character? in
            if (0x300...0x36F).contains(scalar.value) { return nil }
            return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : " "
        }
        return String(letters).split(separator: " ").joined(separator: " ")
    }
}
