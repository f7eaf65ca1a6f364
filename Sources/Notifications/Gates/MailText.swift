import CaseRegister
import ReferralDomain

/// A mail as it goes over the wire (RFC 5322): a few headers of ours, and one line of plain text.
struct MailText {
    let message: OutgoingMessage
    /// The mailbox that it comes from.
    let from: OfficeAddress

    /// The bytes; nil where something in the words could become a header.
    var bytes: [UInt8]? {
        guard message.isPlain else { return nil }
        let lines = [
            "Date: \(date)", "From: <\(from.text)>", "To: <\(message.address.text)>",
            "Message-ID: <\(message.id.text)@\(domain)>", "Subject: \(Self.word(message.subject))",
            // RFC 3834: no machine answers it, and no holiday notice comes back.
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        ]
        let body = Self.folded(Base64.text(of: Array((message.text + "\r\n").utf8)))
        return Array((lines + body + [""]).joined(separator: "\r\n").utf8)
    }

    private var domain: Substring { from.text.split(separator: "@").last ?? "localhost" }

    /// `Mon, 23 Nov 2026 22:15:00 -0500`: Lima's clock, which knows no summer.
    private var date: String {
        let local = LimaTime(message.instant)
        let day = local.date
        let weekday = Self.weekdays[Int((day.daysSinceEpoch % 7 + 7 + 3) % 7)]
        let parts = day.iso.split(separator: "-").map(String.init)
        let month = Self.months[(Int(parts[1]) ?? 1) - 1]
        return "\(weekday), \(parts[2]) \(month) \(parts[0]) "
            + "\(Self.two(local.hour)):\(Self.two(local.minute)):\(Self.two(local.second)) -0500"
    }

    /// RFC 2047, where the words are not plain ASCII; short enough never to be folded.
    private static func word(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return bytes.allSatisfy { (0x20...0x7E).contains($0) }
            ? text : "=?utf-8?B?\(Base64.text(of: bytes))?="
    }

    private static func folded(_ text: String) -> [String] {
        var lines: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(76)))
            rest = rest.dropFirst(76)
        }
        return lines
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
