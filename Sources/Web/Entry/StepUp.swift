import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Asks for the second factor before something is opened, and keeps what was chosen meanwhile.
struct StepUp: Sendable {
    let room: StaffRoom
    /// The page that needs it.
    let pattern: PagePattern
    /// Where the form goes, which is where it came from.
    let action: Page
    /// The fields that are carried on.
    let carried: [String]
    /// Where to go instead.
    let back: Page

    enum Answer {
        case fresh(Visitor)
        case asked(Response)
    }

    /// The visitor with a fresh second factor, or the page that asks for it.
    func check(_ request: Request, _ form: FormFields, _ visitor: Visitor) async throws -> Answer {
        if visitor.isSteppedUp(at: room.clock()) { return .fresh(visitor) }
        guard let typed = form[AccountRoutes.secretField] else {
            return .asked(page(form, visitor, nil, request))
        }
        let settings = room.site.settings
        guard let sessions = room.ports.accounts?.sessions, let token = Gate.token(request, settings) else {
            return .asked(page(form, visitor, .refused, request))
        }
        do {
            try await sessions.stepUp(
                token, with: typed, from: EnterRoutes.address(of: request, settings))
        } catch {
            return .asked(page(form, visitor, error, request))
        }
        return .fresh(try await room.gate.visitor(request, for: pattern))
    }

    private func page(
        _ form: FormFields, _ visitor: Visitor, _ refusal: EntryRefusal?, _ request: Request
    ) -> Response {
        let texts = room.site.texts
        let words = Words<AccountText>(texts)
        let note = refusal.map {
            AccountNote(outcome: AccountModel.Outcome($0), made: nil, texts: texts).html
        }
        let kept: [HTML] = carried.compactMap { name in form[name].map { ActForm.hidden(name, $0) } }
        let document = Document(
            title: words[.stepUp], frame: .staff(room.head(visitor, on: pattern)),
            main: """
                <div class="narrow stack"><h1>\(words[.stepUp])</h1>\(note)\
                <form class="box stack" method="post" action="\(action.address)" autocomplete="off">\
                \(FormToken(visitor.formToken).html)\(kept)<div class="field">\
                <label for="step">\(words[.stepUpField])</label>\
                <p class="hint" id="step-hint">\(words[.stepUpHint])</p>\
                <input id="step" type="password" name="\(AccountRoutes.secretField)" autocomplete="off" \
                required aria-describedby="step-hint"></div>\
                <p class="acts gap-top"><button>\(words[.confirm])</button></p></form>\
                <p><a href="\(back.address)">\(Words<RevealText>(texts)[.back])</a></p></div>
                """)
        return document.response(refusal == nil ? .ok : .unprocessableContent, room.site, request)
    }
}
