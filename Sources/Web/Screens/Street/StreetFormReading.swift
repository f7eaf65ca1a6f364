import CaseRegister
import Catalog
import ReferralDomain

/// A street form as it came in: what can be used, and what was wrong with the rest.
struct StreetFormReading: Equatable, Sendable {
    let form: StreetForm
    /// The page that is asked for.
    let to: StreetPage
    /// The page that the form was filled on.
    let from: StreetPage
    let findings: [StreetFinding]

    /// Reads fields against the catalogue; a field that no page has is passed over.
    ///
    /// - Parameter fresh: the id that the report gets when it brings none that can be read.
    init(_ fields: FormFields, content: CatalogContent, fresh: ReportID, now: Instant) {
        var findings: [StreetFinding] = fields.refused.map(StreetFinding.unreadable)
        var form = StreetForm(report: Self.report(fields, fresh, &findings))
        form.district = Self.district(fields, content, &findings)
        form.shownAt = Self.shown(fields, now)
        form.people = Self.people(fields, &findings)
        for (name, value) in fields.values.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
            if name.hasPrefix(StreetField.factPrefix) {
                Self.readFact(name, value, content, into: &form, &findings)
            } else if name.hasPrefix(StreetField.signPrefix), content.indicators[Self.sign(name)] == nil {
                findings.append(.unknownSign)
            }
        }
        form.signs = content.indicators.map(\.id).filter { fields[StreetField.sign($0)] == StreetField.seen }
        self.form = form
        to = Self.page(fields, StreetField.to, .calls, &findings)
        from = Self.page(fields, StreetField.from, .start, &findings)
        self.findings = findings
    }

    private static func report(
        _ fields: FormFields, _ fresh: ReportID, _ findings: inout [StreetFinding]
    ) -> ReportID {
        guard let text = fields[StreetField.report] else { return fresh }
        if let report = try? ReportID(reading: text) { return report }
        findings.append(.report)
        return fresh
    }

    private static func district(
        _ fields: FormFields, _ content: CatalogContent, _ findings: inout [StreetFinding]
    ) -> Identifier<District>? {
        guard let text = fields[StreetField.district], !text.isEmpty else { return nil }
        if let district = content.districts[Identifier(text)] { return district.id }
        findings.append(.unknownDistrict)
        return nil
    }

    /// When the page was shown, where that is believable: within the last 31 days and not in the future.
    ///
    /// The node that showed it may be ahead of the one that it is sent to. Without its moment a late copy of the page
    /// would undo a correction.
    private static func shown(_ fields: FormFields, _ now: Instant) -> Instant? {
        guard let text = fields[StreetField.shown], let milliseconds = Int64(text), milliseconds >= 0 else {
            return nil
        }
        let age = now.millisecondsSinceEpoch.subtractingReportingOverflow(milliseconds)
        guard !age.overflow, (-mostAhead...(31 * 86_400_000)).contains(age.partialValue) else { return nil }
        return Instant(millisecondsSinceEpoch: milliseconds)
    }

    /// By how much the clocks of two nodes may differ, in milliseconds.
    private static let mostAhead: Int64 = 2_000

    private static func people(_ fields: FormFields, _ findings: inout [StreetFinding]) -> PeopleCount {
        guard let text = fields[StreetField.people], !text.isEmpty else { return .unknown }
        if let people = PeopleCount(rawValue: text) { return people }
        findings.append(.unknownPeople)
        return .unknown
    }

    private static func readFact(
        _ name: String, _ value: String, _ content: CatalogContent, into form: inout StreetForm,
        _ findings: inout [StreetFinding]
    ) {
        let id = Identifier<Fact>(String(name.dropFirst(StreetField.factPrefix.count)))
        guard let fact = content.facts[id], fact.asked != .derived else {
            return findings.append(.unknownFact)
        }
        guard fact.position(ofValue: value) != nil else {
            return findings.append(.unknownValue(question: fact.question, allowed: fact.values.map(\.label)))
        }
        form.answers[id] = value
    }

    private static func sign(_ name: String) -> Identifier<Indicator> {
        Identifier(String(name.dropFirst(StreetField.signPrefix.count)))
    }

    private static func page(
        _ fields: FormFields, _ name: String, _ usual: StreetPage, _ findings: inout [StreetFinding]
    ) -> StreetPage {
        guard let text = fields[name] else { return usual }
        if let page = StreetPage(rawValue: text) { return page }
        findings.append(.unknownPage)
        return usual
    }
}

/// What was wrong with one part of a street form. Only words of ours are said back, never what came in.
enum StreetFinding: Equatable, Sendable {
    case unreadable(field: String)
    case report
    case unknownDistrict
    case unknownPeople
    case unknownFact
    case unknownValue(question: String, allowed: [String])
    case unknownSign
    case unknownPage
}
