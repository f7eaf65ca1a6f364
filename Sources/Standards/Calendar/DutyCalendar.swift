public import CaseRegister
public import ReferralDomain

/// What a unit owes as a calendar (iCalendar, RFC 5545): the code of the case, the body and the hour, and no content.
public struct DutyCalendar: Sendable {
    private let entries: [Entry]

    /// One hour at which something ends.
    public struct Entry: Hashable, Sendable {
        /// The same for as long as it is owed.
        let id: String
        let title: String
        let due: Instant

        /// - Parameter institution: the short name of the body that owes it.
        ///
        /// Nil for what has no end: a calendar has no place for it.
        public init?(_ row: ObligationRow, institution: String) {
            guard let due = row.obligation.due else { return nil }
            self.due = due
            id = NameUUID(of: "duty/\(row.caseID.text)/\(row.obligation.id)").text
            title = row.reference.text + " · " + institution
        }
    }

    public init(_ entries: [Entry]) { self.entries = entries }

    /// The calendar as a file.
    ///
    /// - Parameter now: when it was made.
    public func text(at now: Instant) -> String {
        let lines =
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ruta//ES", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
            + entries.flatMap { event($0, at: now) } + ["END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ entry: Entry, at now: Instant) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(entry.id)", "DTSTAMP:\(Self.stamp(now))",
            "DTSTART:\(Self.stamp(entry.due))",
            "SUMMARY:\(Self.escaped(entry.title))", "CLASS:CONFIDENTIAL", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    /// `20261124T031500Z`.
    static func stamp(_ instant: Instant) -> String {
        instant.wholeSecond.rfc3339.filter { $0 != "-" && $0 != ":" }
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\", ";", ",": escaped += "\\" + String(character)
            case "\n", "\r\n", "\r": escaped += "\\n"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// At most 75 bytes a line; what goes on begins with a space. No character is cut in two.
    static func folded(_ line: String) -> String {
        var lines: [String] = []
        var current = ""
        for character in line {
            if current.utf8.count + String(character).utf8.count > (lines.isEmpty ? 75 : 74) {
                lines.append(current)
                current = ""
            }
            current.append(character)
        }
        return (lines + [current]).joined(separator: "\r\n ")
    }
}
