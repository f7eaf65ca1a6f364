public import ReferralDomain
import Sealing

/// What a short message says: where, when, how urgent, and the beginning of the id of the report that will follow.
public struct ShortMessage: Hashable, Sendable {
    public let device: Device
    /// The phone's code of the report, as it stands in clear.
    public let code: String
    /// A UBIGEO.
    public let district: String
    /// To the minute, by the phone's clock.
    public let at: Instant
    /// 0 observation, 1 high, 2 immediate.
    public let urgency: Int
    public let isUnderDuress: Bool
    /// The first twelve hexadecimal digits of the id of the report.
    public let report: String

    /// The parts of a body before it is opened: `SG code 40-characters`.
    struct Parsed {
        let code: String
        let device: UInt32
        let body: [UInt8]

        init?(_ message: String) {
            let words = message.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count == 3, words[0] == "SG", words[1].utf8.count == PhoneCode.length,
                let body = Base64URL.bytes(of: words[2]), let device = SMSKey.device(in: body)
            else { return nil }
            code = words[1]
            self.device = device
            self.body = body
        }
    }

    /// Reads the fourteen bytes; nil where they say nothing that a phone would.
    init?(_ text: [UInt8], code: String, device: Device) {
        guard text.count == 14 else { return nil }
        func number(_ range: Range<Int>) -> Int64 { text[range].reduce(0) { $0 << 8 | Int64($1) } }
        let ubigeo = String(number(0..<3))
        let urgency = Int(text[7] & 0x7F)
        guard ubigeo.utf8.count <= 6, urgency <= 2 else { return nil }
        report = HexText.text(of: text[8...])
        guard PhoneCode.text(ofReport: report) == code else { return nil }
        district = String(repeating: "0", count: 6 - ubigeo.utf8.count) + ubigeo
        at = Instant(millisecondsSinceEpoch: number(3..<7) * 60_000)
        self.urgency = urgency
        isUnderDuress = text[7] & 0x80 != 0
        self.code = code
        self.device = device
    }
}

/// The code by which a phone calls a report before the house has given it a reference.
package enum PhoneCode {
    package static let length = 4

    /// The first twenty bits of an id in four characters; nil where the text does not begin with five digits.
    package static func text(ofReport id: String) -> String? {
        guard let bits = Int(id.prefix(5), radix: 16), id.utf8.count >= 5 else { return nil }
        let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
        return String(
            decoding: [15, 10, 5, 0].map { alphabet[bits >> $0 & 31] }, as: UTF8.self)
    }
}
