public import CaseRegister

/// The number of one enrolled phone: what a short message carries, and what a report is signed as.
public struct DeviceID: Hashable, Sendable {
    /// Never zero.
    public let number: UInt32

    /// Nil for zero, which is no device.
    public init?(_ number: UInt32) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Reads eight hexadecimal digits in lower case; nil for any other text.
    public init?(reading text: String) {
        guard text.utf8.count == Self.digits, text.utf8.allSatisfy(Self.isDigit),
            let number = UInt32(text, radix: 16)
        else { return nil }
        self.init(number)
    }

    /// Eight hexadecimal digits.
    public var text: String {
        let short = String(number, radix: 16)
        return String(repeating: "0", count: Self.digits - short.count) + short
    }

    /// As whoever acts: what the journal says sent the report.
    public var actor: ActorID { (try? ActorID(reading: Self.start + text)) ?? .street }

    /// The device that acted; nil where it was no device.
    public init?(_ actor: ActorID) {
        guard actor.text.hasPrefix(Self.start) else { return nil }
        self.init(reading: String(actor.text.dropFirst(Self.start.count)))
    }

    private static let digits = 8
    private static let start = "device-"

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
