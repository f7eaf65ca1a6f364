import CaseRegister
import JSON
import ReferralDomain

/// What a phone sealed: the report as the journal keeps it, both times of the phone, and the optional detail.
struct ReportContent: Hashable, Sendable {
    let report: StreetReport
    let made: Instant
    let sent: Instant
    /// The only free text there is; it is sealed to the unit at once.
    let detail: String?

    /// Reads what was opened; nil where it is no report, whatever is wrong with it.
    init?(_ plain: [UInt8], id: ReportID) {
        guard plain.count.isMultiple(of: Self.block), let json = try? JSON(parsing: plain),
            let members = json.object, members.allSatisfy({ Self.names.contains($0.key) }),
            let made = json["made"]?.integer, let capture = try? StreetReport.Capture(reading: json),
            Self.flags.isSuperset(of: capture.flags)
        else { return nil }
        let kept = members.filter { !Self.ours.contains($0.key) }
        let canonical = JSON.object(
            kept + [
                JSON.Member("id", .string(id.text)), JSON.Member("claimedAt", .integer(made)),
                JSON.Member(
                    "capture",
                    .object(members.filter { Self.captured.contains($0.key) })),
            ])
        guard let report = try? StreetReport(reading: canonical) else { return nil }
        if let detail = json["detail"], !detail.isNull {
            guard let text = detail.string, (1...Self.longestDetail).contains(text.unicodeScalars.count)
            else {
                return nil
            }
            self.detail = text
        } else {
            detail = nil
        }
        self.report = report
        self.made = Instant(millisecondsSinceEpoch: made)
        sent = capture.sentAt
    }

    private static let block = 256
    private static let longestDetail = 500
    private static let flags: Set = [StreetReport.Capture.duress]
    private static let captured: Set = ["calls", "flags", "sent"]
    private static let ours: Set = ["calls", "flags", "sent", "made", "detail"]
    private static let names: Set = [
        "calls", "catalog", "detail", "district", "facts", "flags", "level", "made", "people", "sent",
        "signs",
        "steps",
    ]
}
