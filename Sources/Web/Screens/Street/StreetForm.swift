import CaseRegister
import Catalog
import ReferralDomain
import RouteEngine

/// Everything that was answered so far on the street; it travels in the form, never in an address.
struct StreetForm: Equatable, Sendable {
    let report: ReportID
    /// When the page was shown on which it was filled: of two reports with one id, the later page stands.
    var shownAt: Instant?
    var district: Identifier<District>?
    var people = PeopleCount.unknown
    var answers: [Identifier<Fact>: String] = [:]
    /// The signs that were seen, in the order of the catalogue.
    var signs: [Identifier<Indicator>] = []

    init(report: ReportID) { self.report = report }

    /// The situation in which a route is asked for: what signs say counts only where nobody has answered.
    func situation(at instant: Instant, in content: CatalogContent) -> Situation {
        var answers = answers
        for sign in signs.compactMap({ content.indicators[$0] }) {
            for implied in sign.implies where answers[implied.fact] == nil {
                answers[implied.fact] = implied.value
            }
        }
        return Situation(district: district, at: instant, answers: answers)
    }

    /// The report as the journal keeps it.
    ///
    /// - Throws: where a part is no word of a catalogue, which reading the form has ruled out.
    func streetReport(
        advisedBy route: Route, of catalog: ProtocolCatalog
    ) throws(StreetReport.Misread) -> StreetReport {
        try StreetReport(
            id: report,
            saw: StreetReport.Sighting(
                district: district?.text, facts: answers.map { StreetReport.Answer($0.key.text, $0.value) },
                signs: signs.map(\.text), people: people, claimedAt: shownAt),
            advised: StreetReport.Advice(
                level: route.level.id.text,
                requiredSteps: route.allSteps.filter(\.status.isRequired).map(\.step.id.text)),
            by: StreetReport.Source(version: catalog.edition.version, hash: catalog.hash))
    }
}
