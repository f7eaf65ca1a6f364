extension Instant {
    /// A moment as RFC 3339 writes it, with an offset: `2026-11-23T22:15:00-05:00`, `…Z`, with up to three decimals.
    ///
    /// A text without an offset is refused: an hour without a zone is a guess. So is a leap second.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") else {
            return nil
        }
        guard let date = PlainDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)) else { return nil }
        guard let clock = Self.clock(bytes[11..<19]) else { return nil }
        var rest = bytes[19...]
        guard let fraction = Self.fraction(&rest), let offset = Self.offset(rest) else { return nil }
        self.init(
            millisecondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400_000 + Int64(clock + fraction)
                - Int64(offset) * 60_000)
    }

    /// The moment in UTC as RFC 3339 writes it.
    public var rfc3339: String {
        let shifted = LimaTime(adding(milliseconds: 5 * 3_600_000))
        return shifted.text(offset: "Z")
    }

    /// `hh:mm:ss` as milliseconds.
    private static func clock(_ part: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(part)
        guard bytes[2] == 0x3A, bytes[5] == 0x3A else { return nil }
        guard let hour = pair(bytes, 0), let minute = pair(bytes, 3), let second = pair(bytes, 6) else {
            return nil
        }
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1_000
    }

    private static func pair(_ bytes: [UInt8], _ at: Int) -> Int? {
        guard (0x30...0x39).contains(bytes[at]), (0x30...0x39).contains(bytes[at + 1]) else { return nil }
        return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
    }

    /// `.123` as milliseconds, 0 where there is none; nil where a point has no one to three digits behind it.
    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.first == 0x2E else { return 0 }
        rest.removeFirst()
        var value = 0
        var digits = 0
        while let digit = rest.first, (0x30...0x39).contains(digit) {
            if digits < 3 { value = value * 10 + Int(digit - 0x30) }
            digits += 1
            rest.removeFirst()
        }
        guard (1...9).contains(digits) else { return nil }
        for _ in 0..<max(0, 3 - digits) { value *= 10 }
        return value
    }

    /// `Z`, `+hh:mm` or `-hh:mm` as minutes.
    private static func offset(_ part: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(part)
        if bytes.count == 1 {
            return bytes[0] == UInt8(ascii: "Z") || bytes[0] == UInt8(ascii: "z") ? 0 : nil
        }
        guard bytes.count == 6, bytes[3] == 0x3A, bytes[0] == 0x2B || bytes[0] == 0x2D else { return nil }
        guard let hours = pair(bytes, 1), let minutes = pair(bytes, 4), hours < 24, minutes < 60 else {
            return nil
        }
        return (bytes[0] == 0x2D ? -1 : 1) * (hours * 60 + minutes)
    }
}

extension LimaTime {
    /// The moment as RFC 3339 writes it, with the offset of Lima.
    public var rfc3339: String { text(offset: "-05:00") }

    /// The hour as people of Lima read it: `22:15`.
    public var clock: String { Self.padded(hour, 2) + ":" + Self.padded(minute, 2) }

    /// The day as people of Lima read it: `23/11/2026`.
    public var dayMonthYear: String {
        Self.padded(date.day, 2) + "/" + Self.padded(date.month, 2) + "/" + Self.padded(date.year, 4)
    }

    func text(offset: String) -> String {
        let thousandths = millisecondOfDay % 1_000
        let fraction = thousandths == 0 ? "" : "." + Self.padded(thousandths, 3)
        return date.iso + "T" + clock + ":" + Self.padded(second, 2) + fraction + offset
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
