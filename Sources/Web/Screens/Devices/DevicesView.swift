import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the phones of a unit, and the forms to enrol one, to end one and to read a short message.
struct DevicesView {
    let devices: [Device]
    let outcome: Outcome
    let now: Instant
    let head: StaffHead
    let names: CatalogNames
    /// What was typed into a field, where the page is shown again.
    let typed: (String) -> String

    /// What became of what was asked.
    enum Outcome {
        case nothing, done, unknown, broken, labelWrong, daysWrong, messageWrong
        case made(DeviceDesk.Made, address: String)
        case read(ShortMessage)

        var isGood: Bool {
            switch self {
            case .nothing, .done, .made, .read: true
            case .unknown, .broken, .labelWrong, .daysWrong, .messageWrong: false
            }
        }
    }

    var document: Document {
        Document(
            title: words[.title], frame: .staff(head),
            main: """
                <div class="wrap stack"><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p>\
                \(note)\(shown)\(list)\(inviteForm)\(messageForm)</div>
                """)
    }

    private var words: Words<DevicesText> { Words(names.texts) }

    private var note: HTML? {
        let word: DevicesText
        switch outcome {
        case .nothing, .made, .read: return nil
        case .done: return "<div class=\"note\" role=\"status\"><p>\(words[.done])</p></div>"
        case .unknown: word = .unknown
        case .broken: word = .broken
        case .labelWrong: word = .labelWrong
        case .daysWrong: word = .daysWrong
        case .messageWrong: word = .messageWrong
        }
        return "<div class=\"note late\" role=\"alert\"><p>\(words[word])</p></div>"
    }

    private var shown: HTML? {
        switch outcome {
        case .made(let made, let address):
            let label = ["label": made.invitation.label]
            return """
                <section class="box" role="status" aria-labelledby="made"><h2 id="made">\
                \(words[.madeTitle, label])</h2><p>\(words[.madeLead])</p>\
                \(QRCode(address).map { $0.html(label: words[.madeCode, label]) })\
                <details><summary>\(words[.madeAddress])</summary><p><code>\(address)</code></p></details></section>
                """
        case .read(let message): return read(message)
        case .nothing, .done, .unknown, .broken, .labelWrong, .daysWrong, .messageWrong: return nil
        }
    }

    private func read(_ message: ShortMessage) -> HTML {
        let urgency: [DevicesText] = [.urgency0, .urgency1, .urgency2]
        let duress: HTML? =
            message.isUnderDuress
            ? IntakeMarksView(texts: names.texts).duress : nil
        let facts = FactsList([
            (words[.readFrom], "\(message.device.label)"),
            (words[.readDistrict], "\(names.district(message.district))"),
            (words[.readAt], "\(message.at.dayText) \(message.at.hourText)"),
            (words[.readUrgency], "\(words[urgency[message.urgency]])"),
        ])
        return """
            <section class="box" role="status" aria-labelledby="read"><h2 id="read">\
            \(words[.readTitle, ["code": message.code]])</h2>\(duress)\(facts.html)\
            <p class="hint">\(words[.readNotYet])</p></section>
            """
    }

    private var list: HTML {
        guard !devices.isEmpty else { return "<p>\(words[.none])</p>" }
        return "<section class=\"box\"><ul class=\"plainlist\">\(devices.map(item))</ul></section>"
    }

    private func item(_ device: Device) -> HTML {
        let isLive = device.isLive(at: now)
        let word: DevicesText = isLive ? .active : device.revoked == nil ? .expired : .ended
        return """
            <li><b>\(device.label)</b> · <span class="state \(isLive ? "ok" : "done")">\(words[word])</span> · \
            <span class="small muted">\(words[.number]) \(device.id.text) · \(words[.since]) \
            \(device.enrolled.instant.dayText) · \(words[.until]) \(device.expires.dayText)</span>\
            \(isLive ? endForm(device) : nil)</li>
            """
    }

    /// Folded, so that no phone is ended by a slip of the hand.
    private func endForm(_ device: Device) -> HTML {
        """
        <details><summary>\(words[.change, ["label": device.label]])</summary>\
        \(form(.end, """
            <input type="hidden" name="\(DevicesRoutes.deviceField)" value="\(device.id.text)">\
            <p class="hint">\(words[.endHint])</p>
            """, button: words[.end], isQuiet: true))</details>
        """
    }

    private var inviteForm: HTML {
        let label = TextField(
            name: DevicesRoutes.labelField, label: words[.label],
            value: typed(DevicesRoutes.labelField), hint: words[.labelHint], most: 24)
        let days = TextField(
            name: DevicesRoutes.daysField, label: words[.days], value: days(typed(DevicesRoutes.daysField)),
            hint: words[.daysHint], most: 2, isShort: true, isNumeric: true)
        return """
            <section class="box" aria-labelledby="invite"><h2 id="invite">\(words[.invite])</h2>\
            <p>\(words[.inviteLead])</p>\(form(
                .invite, label.html(id: "label") + days.html(id: "days"), button: words[.inviteButton]))</section>
            """
    }

    private func days(_ typed: String) -> String { typed.isEmpty ? String(DeviceInvitation.mostDays) : typed }

    private var messageForm: HTML {
        let field = TextField(
            name: DevicesRoutes.messageField, label: words[.messageField], hint: words[.messageHint], most: 80
        )
        return """
            <section class="box" aria-labelledby="message"><h2 id="message">\(words[.message])</h2>\
            <p>\(words[.messageLead])</p>\(form(.read, field.html(id: "sms"), button: words[.messageButton]))</section>
            """
    }

    private func form(
        _ act: DevicesRoutes.Act, _ content: HTML, button: String, isQuiet: Bool = false
    ) -> HTML {
        """
        <form method="post" action="\(Page.plain(.devices).address)" autocomplete="off">\
        \(FormToken(head.formToken).html)\(ActForm.hidden(DevicesRoutes.actField, act.rawValue))\(content)\
        <p class="gap-top"><button\(isQuiet ? Attribute("class", "quiet tight") : nil)>\(button)</button></p></form>
        """
    }
}
