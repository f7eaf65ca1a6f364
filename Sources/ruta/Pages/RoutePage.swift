import Catalog
import ReferralDomain
import RouteEngine

/// A route as a page that a person can read on a terminal.
struct RoutePage {
    let text: String

    init(catalog: ProtocolCatalog, route: Route, withAll: Bool) {
        var page = Page()
        let time = LimaTime(route.situation.at)
        page.title(
            Words[
                .routeTitle,
                ["district": route.district?.name ?? "", "date": time.dayMonthYear, "time": time.clock]])
        page.paragraph("\(Words[.labelLevel]): \(route.level.label). \(route.level.advice)")
        for phase in Phase.allCases {
            let steps = (withAll ? route.allSteps : route.steps).filter { $0.step.phase == phase }
            if steps.isEmpty { continue }
            page.heading(Words.of(phase))
            for step in steps { Self.write(step, catalog.content, to: &page) }
        }
        if !route.nextQuestions.isEmpty {
            page.heading(Words[.nextQuestions])
            for fact in route.nextQuestions { page.paragraph("\(fact.question) [\(fact.id)]", mark: "○ ") }
        }
        page.blank()
        page.paragraph(
            Words[.routeFoot, ["version": catalog.edition.version, "hash": String(catalog.hash.prefix(12))]])
        text = page.text
    }

    private static func write(_ step: RouteStep, _ content: CatalogContent, to page: inout Page) {
        page.paragraph("\(step.step.title). \(step.institution.shortName).", mark: mark(step.status))
        if step.status == .notNeeded {
            page.paragraph(Words[.notNeededHere], indent: 2)
            return
        }
        for reason in step.because { page.paragraph(reason, indent: 2) }
        if !step.pendingOn.isEmpty {
            let facts = step.pendingOn.map(\.question).joined(separator: " ")
            let key: CommandText = step.status == .pending ? .pendingOn : .keptByPrecaution
            page.paragraph(Words[key, ["facts": facts]], indent: 2)
        }
        for contact in step.contacts {
            page.paragraph(ContactLine(contact, content).text, mark: "→ ", indent: 2)
        }
        let deadline = step.deadline.map { "\($0.legal) (\($0.id))" } ?? Words[.noLegalDeadline]
        page.paragraph("\(Words[.labelDeadline]): \(deadline)", indent: 2)
        page.paragraph(
            "\(Words[.labelSources]): \(step.sources.map(\.cite).joined(separator: "; "))", indent: 2)
        page.blank()
    }

    private static func mark(_ status: StepStatus) -> String {
        switch status {
        case .required: "■ "
        case .requiredByPrecaution: "◐ "
        case .pending: "○ "
        case .notNeeded: "· "
        }
    }
}
