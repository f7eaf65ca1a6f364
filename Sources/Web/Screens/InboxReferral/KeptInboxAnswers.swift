import CaseRegister
import Catalog
import HTML

/// Draws, to be read and copied, what a receiver typed into a form that the page no longer offers.
struct KeptInboxAnswers {
    let model: InboxReferralModel
    let names: CatalogNames

    /// Nil where nothing was refused, or the form still stands with what was typed.
    var html: HTML? {
        guard case .refused(_, let form) = model.notice, let act = form.act, !isOffered(act, form) else {
            return nil
        }
        let lines = fields(of: act, form).filter { !$0.value.isEmpty }.map { line in
            (label: words[line.label], value: "\(line.value)" as HTML)
        }
        return KeptAnswers.box(lines, names.texts)
    }

    private var words: Words<InboxReferralText> { Words(names.texts) }

    private func isOffered(_ act: InboxAct, _ form: InboxForm) -> Bool {
        switch act {
        case .reject: model.verbs.contains(.reject)
        case .hold: model.verbs.contains(.hold)
        case .custody: model.verbs.contains(.receiveCustody)
        case .review, .record: model.recordable.contains { $0.id == form.duty }
        case .acknowledge, .acknowledgeAndAccept, .accept, .resume, .confirmStop: true
        }
    }

    private func fields(
        of act: InboxAct, _ form: InboxForm
    ) -> [(label: InboxReferralText, value: String)] {
        switch act {
        case .reject:
            [
                (.reason, names.code(form.reason, in: "rejection-reasons")),
                (.suggested, names.institution(form.suggested)),
            ]
        case .hold: [(.reason, names.code(form.reason, in: "hold-reasons")), (.review, form.day)]
        case .custody: [(.post, form.post)]
        case .review, .record:
            [
                (.duty, duty(form.duty)), (.doneDay, form.day), (.doneHour, form.hour),
                (.document, form.document), (.documentDay, form.documentDay),
            ]
        case .acknowledge, .acknowledgeAndAccept, .accept, .resume, .confirmStop: []
        }
    }

    /// What a duty is called that can no longer be recorded, never its id.
    private func duty(_ id: String) -> String {
        if id == InboxVisit.serving { return names.step(model.referral.draft.step) }
        let subject = String(id.prefix { $0 != "." })
        return subject.hasPrefix("monitor") ? names.kind(.monitor) : names.duty(subject)
    }
}
