/// Numbers as people of Peru read them: a comma groups thousands.
enum Figures {
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return String(
            digits.enumerated().flatMap { position, digit in
                position > 0 && (digits.count - position).isMultiple(of: 3) ? [",", digit] : [digit]
            })
    }

    /// A very large number as `3.1 × 10^17`.
    static func powerOfTen(_ number: Double) -> String {
        var mantissa = number
        var exponent = 0
        while mantissa >= 10 {
            mantissa /= 10
            exponent += 1
        }
        let tenths = Int((mantissa * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) × 10^\(exponent)"
    }
}
