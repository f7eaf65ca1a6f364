import CaseRegister
import Catalog
import HTML
import HTTPTypes

/// Says why nothing was sent: what is wrong, what is safe, what to do now.
struct ReferNote {
    let html: HTML
    let status: HTTPResponse.Status

    init(_ failure: DeskFailure, _ model: ReferModel) {
        if failure == .refused(.notOwner), model.scene.state.unit == nil {
            self = .notClaimed(model)
            return
        }
        let note = OutcomeNote(failure: failure, names: model.scene.names)
        switch failure {
        case .refused(.noConsent(let purpose, _)), .refused(.consentWithdrawn(let purpose, _)):
            self.init(
                html: "\(note.html)<p>\(ReferConsent(purpose: purpose, model: model).html)</p>",
                status: note.status)
        case .refused, .fault:
            self.init(html: "\(note.html)\(Self.steps(to: model))", status: note.status)
        }
    }

    /// Leads to the steps in which something is wrong; nil where it is none of them.
    private static func steps(to model: ReferModel) -> HTML? {
        let links: [HTML] = model.wrong.map { row in
            let field = row.isReasonMissing ? ReferField.reason(row.name) : ReferField.recipient(row.name)
            return "<li><a href=\"\(Address.place(field))\">\(row.step.step.title)</a></li>"
        }
        guard !links.isEmpty else { return nil }
        let title = model.scene.texts[ReferText.wrongSteps]
        return "<div class=\"note late\"><p><b>\(title)</b></p><ul class=\"stack8\">\(links)</ul></div>"
    }

    private init(html: HTML, status: HTTPResponse.Status) {
        self.html = html
        self.status = status
    }

    /// No step is chosen.
    static func noneChosen(_ model: ReferModel) -> ReferNote {
        let todo = model.scene.texts[ReferText.noneChosenDo]
        return ReferNote(.noneChosen, "\(todo)", .unprocessableContent, model)
    }

    /// Nobody has the case; the way to it is a link.
    private static func notClaimed(_ model: ReferModel) -> ReferNote {
        let todo = model.scene.texts[ReferText.notClaimedDo]
        let link: HTML = "<a href=\"\(Page.caseFile(model.scene.id).address)\">\(todo)</a>"
        return ReferNote(.notClaimed, link, .conflict, model)
    }

    private init(
        _ what: ReferText, _ todo: HTML, _ status: HTTPResponse.Status, _ model: ReferModel
    ) {
        let texts = model.scene.texts
        self.status = status
        html = """
            <div class="note late" role="alert"><h2>\(texts[DeskText.refusedTitle])</h2><p>\(texts[what])</p>\
            <p>\(texts[DeskText.kept])</p><p><b>\(todo)</b></p></div>
            """
    }
}
