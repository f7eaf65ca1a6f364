import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Small pieces that the pages of the care of the directory share.
struct ContactParts {
    let texts: Texts
    let now: Instant

    /// The page of one phone.
    static func address(_ contact: String) -> Address {
        .page(["gestion", "directorio"], query: [DirectoryCareRoutes.contactField: contact])
    }

    /// How far a phone is trusted: shape and word.
    func standing(of line: ContactLine) -> HTML {
        switch line.standing {
        case .confirmed(let day): StateMark(.done, words[.confirmedOn, ["day": day]]).html(texts)
        case .published(let day): StateMark(.done, words[.verifiedOn, ["day": day]]).html(texts)
        case .untried: StateMark(.open, words[.untried]).html(texts)
        case .doubted: StateMark(.soon, words[.doubted]).html(texts)
        case .failing: StateMark(.late, words[.failing]).html(texts)
        }
    }

    /// Whether a second person has confirmed a change: shape and word.
    func standing(of change: NumberChange) -> HTML {
        switch change.standing(at: now) {
        case .confirmed:
            StateMark(.done, words[.confirmedBy, ["account": change.confirmed?.actor.text ?? ""]])
                .html(texts)
        case .waiting: StateMark(.open, words[.waiting]).html(texts)
        case .overdue: StateMark(.late, words[.late]).html(texts)
        }
    }

    private var words: Words<DirectoryCareText> { Words(texts) }
}
