import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the outbox: dead letters first, then what waits, then what arrived.
struct MessagesView {
    let model: MessagesModel
    let head: StaffHead
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<MessagesText> { Words(texts) }

    private var main: HTML {
        """
        <div class="wrap"><div class="page-head"><div><h1>\(words[.title])</h1>\
        <p class="lead">\(words[.lead])</p></div></div>\(note)\(off)<div class="stack">\
        \(list(.failed, model.failed, [.failed, .failedHint, .failedNone]))\
        \(list(.waiting, model.waiting, [.waiting, .waitingHint, .waitingNone]))\
        \(list(.delivered, model.delivered, [.delivered, .deliveredHint, .deliveredNone]))\
        \(needless)</div></div>
        """
    }

    private var needless: HTML? {
        guard let count = model.counts[.needless], count > 0 else { return nil }
        return "<p class=\"small muted\">\(words[.needless, ["count": String(count)]])</p>"
    }

    private var note: HTML? {
        model.note.map { key in
            let kind = key == .gone ? "late" : "ok"
            return "<div class=\"note \(kind)\" role=\"status\"><p>\(words[key])</p></div>"
        }
    }

    private var off: HTML? {
        guard model.kinds.isEmpty else { return nil }
        return "<div class=\"note soon\"><h2>\(words[.off])</h2><p>\(words[.offDo])</p></div>"
    }

    /// - Parameter keys: caption, hint, and what is said where there is none.
    private func list(
        _ state: MessageState, _ messages: [OutboxMessage], _ keys: [MessagesText]
    ) -> HTML {
        let count = model.counts[state] ?? 0
        guard !messages.isEmpty else {
            return "<div class=\"box\"><h2>\(words[keys[0]]) · 0</h2><p>\(words[keys[2]])</p></div>"
        }
        var columns: [DataTable.Column] = [
            .init(words[.code], .head), .init(words[.what]), .init(words[.unit]), .init(words[.channel]),
            .init(words[.attempts], .number), .init(words[.outcome]),
            .init(words[state == .waiting ? .next : .written], .number),
        ]
        if state == .failed { columns.append(.init(words[.retry], .mute)) }
        return DataTable(
            id: "outbox-\(state.rawValue)", caption: "\(words[keys[0]]) · \(count)", hint: words[keys[1]],
            columns: columns, rows: messages.map { row($0, state) }
        ).html
    }

    private func row(_ message: OutboxMessage, _ state: MessageState) -> [HTML?] {
        let standing = message.standing
        let moment = state == .waiting ? standing.next : standing.created
        var cells: [HTML?] = [
            "<span class=\"code\">\(message.subject?.reference.text ?? "—")</span>",
            "\(words[MessagesText.kind(message.kind)])", "\(message.unit.text)",
            standing.channel.map { "\(words[MessagesText.channel($0)])" }, "\(standing.attempts)",
            standing.outcome.map(result), "\(ShortMoment.text(moment, now: model.now))",
        ]
        if state == .failed { cells.append(retry(message)) }
        return cells
    }

    private func result(_ outcome: String) -> HTML {
        guard let key = MessagesText.result(outcome) else {
            return "<span class=\"mono\">\(outcome)</span>"
        }
        return "\(words[key])"
    }

    /// A code that proves an address is asked for anew where the address is kept, not here.
    private func retry(_ message: OutboxMessage) -> HTML? {
        guard let code = message.subject?.reference.text else { return nil }
        return """
            <form method="post" action="\(Page.plain(.messages).address)">\(FormToken(head.formToken).html)\
            \(ActForm.hidden(MessagesRoutes.messageField, message.id.text))\
            <button class="quiet tight">\(words[.retry])<span class="hide"> \
            \(words[.retryOf, ["code": code]])</span></button></form>
            """
    }
}
