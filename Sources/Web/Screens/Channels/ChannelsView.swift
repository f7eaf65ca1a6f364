import CaseRegister
import Catalog
import HTML

/// Draws the addresses of a unit: what is there, the code that is awaited, a new one.
struct ChannelsView {
    let model: ChannelsModel
    let head: StaffHead
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<ChannelsText> { Words(texts) }
    private var outbox: Words<MessagesText> { Words(texts) }

    private var main: HTML {
        let hasOne = !model.kinds.isEmpty
        return """
            <div class="wrap"><div class="page-head"><div><h1>\(words[.title])</h1>\
            <p class="lead">\(words[.lead])</p></div></div>\(note)\(off)<div class="stack">\(list)\
            \(model.channels.filter { $0.verified == nil }.map(prove))\(hasOne ? addition : nil)\
            \(hasOne ? AccountForms(page: .account, formToken: head.formToken, texts: texts).stepUp : nil)</div></div>
            """
    }

    private var note: HTML? {
        switch model.result {
        case .done(let key): "<div class=\"note\" role=\"status\"><p>\(words[key])</p></div>"
        case .refused(let key): "<div class=\"note late\" role=\"alert\"><p>\(words[key])</p></div>"
        case nil: nil
        }
    }

    private var off: HTML? {
        guard model.kinds.isEmpty else { return nil }
        return "<div class=\"note soon\"><p><b>\(outbox[.noMessages])</b> \(words[.off])</p></div>"
    }

    private var list: HTML {
        guard !model.channels.isEmpty else {
            return "<div class=\"box\"><h2>\(words[.caption])</h2><p>\(words[.none])</p></div>"
        }
        return DataTable(
            id: "channels", caption: words[.caption], hint: words[.hint],
            columns: [
                .init(words[.address], .head), .init(words[.way]), .init(words[.audience]),
                .init(words[.state]), .init(words[.acts], .mute),
            ], rows: model.channels.map(row)
        ).html
    }

    private func row(_ channel: UnitChannel) -> [HTML?] {
        let state =
            channel.verified == nil
            ? StateMark(.open, words[.unproved]) : StateMark(.done, words[.verified])
        let isFirst = channel.id == model.channels.first?.id
        let acts: HTML = """
            <span class="acts">\(isFirst ? nil : act(.first, channel, .first))\
            \(act(.remove, channel, .remove))</span>
            """
        return [
            "<span class=\"mono\">\(channel.address.text)</span>",
            "\(outbox[MessagesText.channel(channel.address.kind)])",
            "\(words[ChannelsText.audience(channel.audience)])", state.html(texts), acts,
        ]
    }

    private func act(
        _ verb: ChannelsRoutes.Verb, _ channel: UnitChannel, _ key: ChannelsText
    ) -> HTML {
        """
        <form method="post" action="\(Page.plain(.channels).address)">\(hidden(verb, channel.id))\
        <button class="quiet tight">\(words[key])<span class="hide"> \
        \(words[.of, ["address": channel.address.text]])</span></button></form>
        """
    }

    private func prove(_ channel: UnitChannel) -> HTML {
        """
        <section class="box"><h2>\(words[.proveTitle, ["address": channel.address.text]])</h2>\
        <form method="post" action="\(Page.plain(.channels).address)" autocomplete="off">\
        \(hidden(.verify, channel.id))\
        \(TextField(
            name: ChannelsRoutes.digitsField, label: words[.digits], hint: words[.proveHint], most: 7,
            isShort: true, isNumeric: true
        ).html(id: "digits-\(channel.id.text.prefix(8))"))\
        <p class="acts gap-top"><button>\(words[.prove])</button></p></form></section>
        """
    }

    private var addition: HTML {
        let kinds: [HTML] = model.kinds.map { kind in
            "<option value=\"\(kind.rawValue)\">\(outbox[MessagesText.channel(kind)])</option>"
        }
        let audiences: [HTML] = NoticeAudience.allCases.map { audience in
            "<option value=\"\(audience.rawValue)\">\(words[ChannelsText.audience(audience)])</option>"
        }
        return """
            <section class="box"><h2>\(words[.addTitle])</h2><p>\(words[.never])</p>\
            <form method="post" action="\(Page.plain(.channels).address)" autocomplete="off">\
            \(hidden(.add, model.next))\(choice("via", ChannelsRoutes.kindField, .kind, kinds))\
            \(TextField(
                name: ChannelsRoutes.addressField, label: words[.address], value: model.typed,
                hint: words[.addHint], most: 254
            ).html(id: "donde"))\(choice("quien", ChannelsRoutes.audienceField, .audience, audiences))\
            <p class="acts gap-top"><button>\(words[.add])</button></p></form></section>
            """
    }

    private func choice(_ id: String, _ name: String, _ label: ChannelsText, _ options: [HTML]) -> HTML {
        """
        <div class="field"><label for="\(id)">\(words[label])</label>\
        <select id="\(id)" name="\(name)">\(options)</select></div>
        """
    }

    private func hidden(_ verb: ChannelsRoutes.Verb, _ id: ChannelID) -> HTML {
        """
        \(FormToken(head.formToken).html)\(ActForm.hidden(ActForm.actField, verb.rawValue))\
        \(ActForm.hidden(ChannelsRoutes.channelField, id.text))
        """
    }
}
