import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The page with the calls: whom, in which order, why, and whom next when nobody answers.
struct CallsModel: Equatable, Sendable {
    let visit: StreetVisit
    let head: StreetHead
    let saving: Saving
    /// Danger and injury, where their number is not called anyway.
    let emergencies: [Call]
    /// Police and prosecutor.
    let calls: [Call]
    /// Whoever else must be told, the child line first.
    let others: [Call]
    let implicated: ChoiceQuestion?
    /// Nil once the district is known.
    let districts: DistrictChoice?
    let say: [SayLine]
    let edition: String

    /// One body to call.
    struct Call: Equatable, Sendable {
        let role: Role
        /// The first sentence of why.
        let reason: String
        /// What this very situation adds.
        let remarks: [String]
        /// The first number, then those for when nobody answers; never empty.
        let cards: [CallCard]
        /// Whether the call was answered.
        let answered: ChoiceQuestion?

        /// What the first number dials.
        var address: Address? { cards.first?.address }
    }

    enum Role: Equatable, Sendable {
        case danger, injury, police, policeUnit, prosecutor, child, misconduct
        case body(String)
    }

    /// One sentence to be read out on the telephone.
    enum SayLine: Equatable, Sendable {
        case opening(district: String?)
        case people(PeopleCount)
        case maybeChild
        case danger
        case noPlaceOnly
    }

    init(_ visit: StreetVisit, _ saving: Saving, _ catalog: ProtocolCatalog, _ route: Route) {
        self.visit = visit
        self.saving = saving
        head = StreetHead(page: visit.page, route: route)
        let plan = CallPlan(visit, catalog, route)
        calls = plan.calls
        emergencies = plan.emergencies
        others = plan.others
        implicated = catalog.content.facts[.officialImplicated].map { fact in
            ChoiceQuestion(fact, answer: visit.form.answers[fact.id], texts: catalog.content.texts)
        }
        districts = route.district == nil ? DistrictChoice(catalog.content.districts, chosen: nil) : nil
        say = Self.say(visit.form, route)
        edition = catalog.edition.version
    }

    private static func say(_ form: StreetForm, _ route: Route) -> [SayLine] {
        let answers = route.situation.answers
        var lines: [SayLine] = [.opening(district: route.district?.name)]
        lines.append(answers[.victimPresent] == "no" ? .noPlaceOnly : .people(form.people))
        if let age = answers[.age], age != "adult" { lines.append(.maybeChild) }
        if answers[.danger] == "yes" { lines.append(.danger) }
        return lines
    }
}
