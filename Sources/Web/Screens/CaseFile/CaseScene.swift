import Access
import CaseRegister
import Catalog
import ReferralDomain

/// One case as one visitor sees it at one moment: what every part of the case page is drawn from.
struct CaseScene: Sendable {
    let id: CaseID
    let state: CaseState
    let history: [RecordedEvent]
    let relation: CaseRelation
    let visitor: Visitor
    let now: Instant
    /// What is owed, as far as the visitor may know; the nearest clock first.
    let obligations: [Obligation]
    let names: CatalogNames
    let units: [UnitCard]
    var memory = FormMemory.empty
    /// The compartments into which the visitor's unit may seal.
    var sealable: Set<Compartment> = []
    /// What came from phones.
    var intake = CaseIntake.none
    /// Whether the visitor may take the case now: nobody has it, or nobody who may still know of it.
    var isClaimable = false
    /// The page that acts come back to.
    var back = Back.caseFile

    /// Where an act was asked for.
    enum Back: String, Sendable {
        case caseFile = "caso"
        case queue = "cola"
        case person = "persona"
    }

    var acting: Acting { visitor.acting }
    var texts: Texts { names.texts }
    var words: Words<CaseText> { Words(texts) }

    /// Whether the visitor may try an act on the case as it stands: what a page offers. What the act says may
    /// still be refused.
    func may(_ kind: ActKind) -> Bool {
        mayEver(kind) && ActPolicy.allows(kind, relation, at: state.stage)
    }

    /// Whether an act is the visitor's at some stage of the case: whether a page for it exists for them.
    func mayEver(_ kind: ActKind) -> Bool { ActPolicy.allows(kind, to: acting.role, relation) }

    /// Whether a part of the case exists for the visitor.
    func shows(_ field: CaseField) -> Bool { CaseView.shows(field, to: relation) }

    /// Whether the fields of a compartment exist for the visitor.
    func showsSealed(_ compartment: Compartment) -> Bool {
        switch compartment {
        case .identity: shows(.identity)
        case .matter: shows(.matter)
        case .care: shows(.care)
        }
    }

    /// The referrals that the visitor may know.
    var referrals: [Referral] {
        if shows(.referrals) { return state.referrals }
        return shows(.ownReferrals) ? state.referrals.filter { $0.draft.unit == acting.unit } : []
    }

    /// What a person is called on the page: a number, never a name.
    func name(of person: PersonID) -> String {
        let position = state.people.firstIndex { $0.id == person }.map { $0 + 1 } ?? 0
        return words[.person, ["number": String(position)]]
    }

    /// What people call a receiver: its unit where it has one, else its institution.
    func receiver(_ draft: ReferralDraft) -> String {
        units.first { $0.id == draft.unit }?.name ?? names.institution(draft.institution)
    }

    /// The clock that ends first; nil where nothing is owed.
    var next: Obligation? { obligations.first }

    /// Whether the case says danger now.
    var isDanger: Bool { state.fact("danger") == "yes" && state.closed == nil }

    /// The state of the case as a whole: danger, closed, or that of its nearest clock.
    var mark: StateMark {
        if state.closed != nil { return StateMark(.done, words[.closed]) }
        if isDanger { return StateMark(.danger) }
        return StateMark(next.map { ClockFace($0, now: now).state } ?? .ok)
    }
}

extension CaseScene {
    /// An age in words; doubted and unknown say that they count as a child.
    func age(_ age: PersonAge) -> String {
        switch age {
        case .minor: words[.ageMinor]
        case .doubted: words[.ageDoubted]
        case .adult: words[.ageAdult]
        case .unknown: words[.ageUnknown]
        }
    }
}
