extension Contact {
    /// The number as people of Peru write it: `105`, `0800-00-205`, `939 482 768`, `(01) 625-5555, anexo 2424`.
    ///
    /// - Parameter extensionWord: the word for an extension in the reader's language.
    public func spokenNumber(_ extensionWord: String) -> String {
        let digits = Array(value)
        switch kind {
        case .mobile where digits.count == 9:
            return String(digits[0..<3]) + " " + String(digits[3..<6]) + " " + String(digits[6..<9])
        case .tollFree where digits.count == 9:
            return String(digits[0..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6..<9])
        case .fixed where digits.count == 9:
            let number = "(01) " + String(digits[2..<5]) + "-" + String(digits[5..<9])
            return self.extension.map { number + ", " + extensionWord + " " + $0 } ?? number
        default: return value
        }
    }
}
