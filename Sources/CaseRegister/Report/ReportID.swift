/// The id that a phone gives to its report before anybody has seen it: sixteen random bytes.
///
/// The phone draws it, so that a report sent twice over a bad network is one report. It is not ordered by
/// time and says nothing about the person, the place or the hour.
public struct ReportID: Hashable, Sendable {
    /// The sixteen bytes.
    public let bytes: [UInt8]

    /// How many hexadecimal digits an id has.
    public static let digits = 32

    /// Reads an id of 32 hexadecimal digits in lower case.
    ///
    /// - Throws: `.length` for another number of characters, `.digit` with the place of the first other one.
    public init(reading text: some Sequence<UInt8>) throws(Misread) {
        let digits = Array(text)
        guard digits.count == Self.digits else { throw .length(digits.count) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.digits / 2)
        for position in stride(from: 0, to: Self.digits, by: 2) {
            guard let high = Hexadecimal.value(of: digits[position]) else { throw .digit(at: position) }
            guard let low = Hexadecimal.value(of: digits[position + 1]) else {
                throw .digit(at: position + 1)
            }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    /// Reads an id from text.
    ///
    /// - Throws: as for bytes.
    public init(reading text: String) throws(Misread) { try self.init(reading: text.utf8) }

    /// The id as 32 hexadecimal digits in lower case.
    public var text: String { Hexadecimal.text(of: bytes) }

    /// Why a text is not an id.
    public enum Misread: Error, Equatable {
        case length(Int)
        case digit(at: Int)
    }
}
