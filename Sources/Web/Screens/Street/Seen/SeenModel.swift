import CaseRegister
import Catalog
import ReferralDomain

/// The page on which what was seen is marked; nothing on it must be answered.
struct SeenModel: Equatable, Sendable {
    let visit: StreetVisit
    let head: StreetHead
    let people: [PeopleChoice]
    /// What matters most, one tap each.
    let first: [ChoiceQuestion]
    let exploitation: [Toggle]
    let signs: [Toggle]
    let then: [ChoiceQuestion]
    /// What may be told if it is known already.
    let further: [ChoiceQuestion]
    let districts: DistrictChoice

    struct PeopleChoice: Equatable, Sendable {
        let count: PeopleCount
        let isChosen: Bool
    }

    /// One thing that was seen or not marked; not marking it is never a no.
    struct Toggle: Equatable, Sendable {
        let name: String
        let label: String
        let isOn: Bool
    }

    init(_ visit: StreetVisit, _ catalog: ProtocolCatalog, _ route: Route) {
        let (content, form) = (catalog.content, visit.form)
        self.visit = visit
        head = StreetHead(page: .seen, route: route, calls: CallPlan(visit, catalog, route).calls)
        people = PeopleCount.allCases.map { PeopleChoice(count: $0, isChosen: $0 == form.people) }
        let askable = Set(route.nextQuestions.map(\.id)).union(form.answers.keys)
        func question(_ fact: Fact) -> ChoiceQuestion {
            ChoiceQuestion(fact, answer: form.answers[fact.id], texts: content.texts)
        }

        first = [.age, .inFlagrante].compactMap { content.facts[$0] }.map(question)
        exploitation = content.facts.filter { $0.group == Self.exploitationGroup }.map { fact in
            Toggle(
                name: StreetField.fact(fact.id),
                label: fact.values.first { $0.id == "yes" }?.label ?? fact.question,
                isOn: form.answers[fact.id] == "yes")
        }
        signs = content.indicators.filter(\.isOnStreet).map { sign in
            Toggle(
                name: StreetField.sign(sign.id), label: sign.short ?? sign.text,
                isOn: form.signs.contains(sign.id))
        }
        then = [.officialImplicated].compactMap { content.facts[$0] }.map(question)
        further = content.facts.filter { fact in
            Self.further.contains(fact.asked) && fact.group == nil && !Self.askedElsewhere.contains(fact.id)
                && askable.contains(fact.id)
        }.map(question)
        districts = DistrictChoice(content.districts, chosen: form.district)
    }

    /// The names of the fields that the page asks.
    var asked: Set<String> {
        Set(
            [StreetField.people, StreetField.district] + (first + then + further).map(\.name)
                + (exploitation + signs).map(\.name))
    }

    private static let exploitationGroup = "exploitation"
    private static let further: Set<Fact.Asked> = [.street, .offered, .known, .seen]
    private static let askedElsewhere: Set<Identifier<Fact>> = [
        .danger, .injury, .victimPresent, .age, .inFlagrante, .officialImplicated,
    ]
}
