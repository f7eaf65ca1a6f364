import Catalog
import HTML

extension Contact {
    /// The address that makes a phone in Peru, or roaming, dial this number; nil for what is not a phone.
    var dialAddress: Address? {
        switch kind {
        case .short, .tollFree: Address(calling: value)
        case .mobile: Address(calling: "+51" + value)
        // 01 is Lima's code inside the country; from outside the 0 falls away.
        case .fixed: Address(calling: "+51" + value.drop { $0 == "0" }, extension: `extension`)
        case .web, .broker: nil
        }
    }

    /// The number in the groups in which it is said; the extension is left to the words of the screen.
    var spokenDigits: String {
        let digits = Array(value)
        switch (kind, digits.count) {
        case (.tollFree, 9): return Self.grouped(digits, [4, 2, 3], by: "-")
        case (.mobile, 9): return Self.grouped(digits, [3, 3, 3], by: "\u{A0}")
        case (.fixed, 9):
            return "(\(String(digits[0..<2]))) " + Self.grouped(Array(digits[2...]), [3, 4], by: "-")
        default: return value
        }
    }

    private static func grouped(_ digits: [Character], _ sizes: [Int], by separator: String) -> String {
        var rest = digits[...]
        return sizes.map { size in
            defer { rest = rest.dropFirst(size) }
            return String(rest.prefix(size))
        }.joined(separator: separator)
    }
}
