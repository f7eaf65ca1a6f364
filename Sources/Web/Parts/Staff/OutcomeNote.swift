import CaseRegister
import Catalog
import HTML
import HTTPTypes
import ReferralDomain

/// Says why an act was not done: what is wrong, what is safe, what to do now.
struct OutcomeNote {
    let failure: DeskFailure
    let names: CatalogNames

    /// The status that goes with it: 404 where nothing may be known, 409 where somebody was first, 422 where
    /// what was asked is not allowed, 503 where the disk fails.
    var status: HTTPResponse.Status {
        switch failure {
        case .fault: .serviceUnavailable
        case .refused(.unknown): .notFound
        case .refused(.overtaken), .refused(.notNow), .refused(.closed): .conflict
        case .refused: .unprocessableContent
        }
    }

    var html: HTML {
        let words = said
        return """
            <div class="note late" role="alert"><h2>\(words.title)</h2><p>\(words.what)</p>\
            <p>\(texts[DeskText.kept])</p><p><b>\(words.todo)</b></p></div>
            """
    }

    private var texts: Texts { names.texts }

    private var said: (title: String, what: String, todo: String) {
        switch failure {
        case .fault:
            return (texts[DeskText.faultTitle], texts[DeskText.faultWhat], texts[DeskText.faultDo])
        case .refused(let refusal):
            let (what, todo, values) = words(of: refusal)
            return (texts[DeskText.refusedTitle], texts[what, values], texts[todo, values])
        }
    }

    private func words(of refusal: Refusal) -> (DeskText, DeskText, [String: String]) {
        switch refusal {
        case .unknown: (.unknown, .unknownDo, [:])
        case .notNow: (.notNow, .notNowDo, [:])
        case .overtaken: (.overtaken, .overtakenDo, [:])
        case .closed: (.closed, .closedDo, [:])
        case .notOwner: (.notOwner, .notOwnerDo, [:])
        case .implicated(let body): (.implicated, .implicatedDo, ["body": names.institution(body)])
        case .reasonMissing: (.reasonMissing, .reasonMissingDo, [:])
        case .notAWord: (.notAWord, .notAWordDo, [:])
        case .noConsent(_, let body): (.noConsent, .noConsentDo, ["body": names.institution(body)])
        case .consentWithdrawn(_, let body): (.withdrawn, .withdrawnDo, ["body": names.institution(body)])
        case .countsAsChild: (.countsAsChild, .countsAsChildDo, [:])
        case .reflecting(let until): (.reflecting, .reflectingDo, ["day": until.dayText])
        case .reflectionTooShort(let days): (.reflectionShort, .reflectionShortDo, ["days": String(days)])
        case .unsafeContact: (.unsafe, .unsafeDo, [:])
        case .declaredTime: (.declaredTime, .declaredTimeDo, [:])
        case .dutiesOpen(let duties): (.dutiesOpen, .dutiesOpenDo, ["count": String(duties.count)])
        case .samePerson: (.samePerson, .samePersonDo, [:])
        case .shredded: (.shredded, .shreddedDo, [:])
        case .notDue: (.notDue, .notDueDo, [:])
        case .tooLong(let field) where Self.days.contains(field): (.tooFar, .tooFarDo, [:])
        case .tooLong: (.tooLong, .tooLongDo, [:])
        }
    }

    /// The fields of a term that lies too far ahead; every other one that is too long is a text.
    private static let days: Set<String> = ["until", "review", "due", "days"]
}
