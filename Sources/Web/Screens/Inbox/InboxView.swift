import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the inbox of a unit; every row is one link.
struct InboxView {
    let model: InboxModel
    let names: CatalogNames

    var document: Document {
        Document(title: words[.title], frame: .staff(model.head), main: main)
    }

    private var words: Words<InboxText> { Words(names.texts) }

    private var main: HTML {
        """
        <div class="cols inbox" data-now="\(model.now.millisecondsSinceEpoch)">\
        <section class="panel left bare" aria-labelledby="in"><div class="pad">\
        <h1 class="h2" id="in">\(words[.heading, ["unit": model.unit]])</h1>\
        <p class="small muted">\(words[.count, ["open": String(model.open), "late": String(model.late)]]) \
        \(words[.only])</p></div>\(referrals)</section>\
        <section class="panel stack" aria-labelledby="du"><div><h2 class="xl" id="du">\(words[.duties])</h2>\
        <p class="small muted">\(words[.dutiesHint])</p></div>\(duties)</section></div>
        """
    }

    private var referrals: HTML {
        guard !model.rows.isEmpty else { return "<p class=\"pad\">\(words[.empty])</p>" }
        let open = model.rows.filter(\.state.isOpen)
        let list: HTML =
            open.isEmpty
            ? "<p class=\"pad\">\(words[.nothingOpen])</p>" : "<ol class=\"rows\">\(open.map(row))</ol>"
        return "\(list)\(past)"
    }

    /// What has ended, folded: it is looked up, not worked on.
    private var past: HTML? {
        let ended = model.rows.filter { !$0.state.isOpen }
        guard !ended.isEmpty else { return nil }
        return """
            <details class="past"><summary>\(words[.past, ["count": String(ended.count)]])</summary>\
            <ol class="rows">\(ended.map(row))</ol></details>
            """
    }

    private func row(_ row: InboxModel.Row) -> HTML {
        let clock = row.state.isOpen ? ClockText(face: row.clock, texts: names.texts).html : nil
        return """
            <li><a class="row" href="\(row.page.address)"><span><b>\(names.step(row.step))</b></span>\
            <span class="r">\(clock)</span><span class="muted"><span class="code">\(row.code)</span> · \
            \(label(row.state))</span><span class="r">\(mark(row).html(names.texts))</span>\
            \(row.state.isOpen ? Fuse(face: row.clock).html : nil)</a></li>
            """
    }

    private func mark(_ row: InboxModel.Row) -> StateMark {
        switch row.state {
        case .done: StateMark(.done)
        case .rejected, .recalled: StateMark(.open, words[.ended])
        case .onHold: StateMark(.paused)
        case .drafted, .called, .sent, .delivered, .acknowledged, .accepted, .custodyReceived:
            StateMark(
                row.clock.due == nil ? .open : row.clock.state, row.clock.due == nil ? words[.pending] : nil)
        }
    }

    private var duties: HTML {
        guard !model.duties.isEmpty else { return "<p class=\"box\">\(words[.noDuties])</p>" }
        let items: [HTML] = model.duties.map { duty in
            """
            <li><a class="row" href="\(duty.page.address)"><span>\
            <b>\(DutyName(names).title(of: duty.obligation))</b></span>\
            <span class="r">\(ClockText(face: duty.clock, texts: names.texts).html)</span>\
            <span class="muted"><span class="code">\(duty.code)</span></span>\
            <span class="r">\(StateMark(duty.clock.state).html(names.texts))</span>\
            \(Fuse(face: duty.clock).html)</a></li>
            """
        }
        return "<ol class=\"rows\">\(items)</ol>"
    }

    private func label(_ state: ReferralState) -> String {
        names.catalog.content.label(of: state.rawValue, in: "referral-states") ?? state.rawValue
    }
}
