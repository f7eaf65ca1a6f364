import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws what a person agreed to, one purpose and one recipient a line, with refusals and stops.
struct PersonConsentView {
    let page: PersonView

    private var words: Words<PersonText> { page.words }
    private var scene: CaseScene { page.scene }

    var html: HTML {
        let rows = page.person.consents.map(row)
        let table: HTML =
            rows.isEmpty
            ? "<p>\(words[.noConsents])</p>"
            : CardTable(
                id: "consents",
                columns: [.init(words[.body], .head), .init(words[.purpose]), .init(words[.answer], .own)],
                rows: rows
            ).html
        return page.box(
            "consents", .consents, "<p class=\"small muted\">\(words[.consentsHint])</p>\(table)",
            page.sheets.consents)
    }

    private func row(_ consent: PersonState.Consent) -> [HTML?] {
        let happened = consent.moment.happened
        return [
            "\(scene.names.institution(consent.recipient))", "\(scene.names.purpose(consent.purpose))",
            """
            \(answer(consent))<br><span class="small muted">\(happened.dayText) \(happened.hourText)</span>\
            \(emergency(consent))\(stops(consent))
            """,
        ]
    }

    private func answer(_ consent: PersonState.Consent) -> HTML {
        switch consent.answer {
        case .given: StateMark(.done, words[.given]).html(scene.texts)
        case .refused: StateMark(.paused, words[.refused]).html(scene.texts)
        case .withdrawn: StateMark(.late, words[.withdrawn]).html(scene.texts)
        case .overridden(let code):
            """
            \(StateMark(.soon, words[.overridden]).html(scene.texts)) \
            \(scene.names.code(code.rawValue, in: "override-codes"))
            """
        }
    }

    /// A danger to life passes over what was said, until an hour that is named.
    private func emergency(_ consent: PersonState.Consent) -> HTML? {
        guard let emergency = consent.emergency, consent.isEmergency(at: scene.now) else { return nil }
        let until = emergency.until
        let said = words[.emergency, ["day": until.dayText, "hour": until.hourText]]
        return "<br><span class=\"small\">\(said)</span>"
    }

    /// After a withdrawal: whether the receiver has said that it stopped.
    private func stops(_ consent: PersonState.Consent) -> HTML? {
        guard consent.answer == .withdrawn else { return nil }
        let isConfirmed = consent.confirmedBy.contains(consent.recipient)
        let mark =
            isConfirmed ? StateMark(.done, words[.stopsAll]) : StateMark(.open, words[.stopsOpen])
        return "<br>\(mark.html(scene.texts))"
    }
}
