import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws who answers for each person now, and who did before; a minute without anybody is said.
struct CaseCustodyView {
    let scene: CaseScene

    private var words: Words<CaseText> { scene.words }

    var html: HTML {
        if scene.state.people.isEmpty {
            return """
                <section class="custody" aria-labelledby="cus"><h2 id="cus">\(words[.custody])</h2>\
                <p class="muted">\(words[.noPeople])</p></section>
                """
        }
        return scene.state.people.map(person).joined()
    }

    private func person(_ person: PersonState) -> HTML {
        """
        <section class="custody" aria-label="\(scene.name(of: person.id))"><h2>\(words[.custody])</h2>\
        <p class="small">\(link(person))</p>\(CustodyLedgerView(person: person, scene: scene).html)</section>
        """
    }

    private func link(_ person: PersonState) -> HTML {
        let name = "\(scene.name(of: person.id)). \(scene.age(person.age))"
        return "<a href=\"\(Page.casePerson(scene.id, person.id).address)\">\(name)</a>"
    }
}

/// Draws the ledger of one person.
struct CustodyLedgerView {
    let person: PersonState
    let scene: CaseScene

    private var words: Words<CaseText> { scene.words }

    var html: HTML { "\(current)\(earlier)\(gapNote)" }

    private var current: HTML {
        guard let span = person.custody.current, let holder = span.holder else {
            return """
                <p class="note late"><span class="state late">\(words[.noHolder])</span> \
                \(words[.noHolderDo])</p>
                """
        }
        let since = span.from.happened
        let length = scene.now.millisecondsSinceEpoch - since.millisecondsSinceEpoch
        return """
            <p class="name">\(scene.names.institution(holder.institution))</p>\
            <p>\(words[.holderSince, [
                "post": holder.post, "hour": EventLine.clock(since, scene.now),
                "length": ClockText.length(max(0, length), scene.texts),
            ]])</p>
            """
    }

    private var earlier: HTML? {
        let ended = person.custody.spans.filter { $0.to != nil }
        guard !ended.isEmpty else { return nil }
        let lines: [HTML] = ended.map { span in
            let from = EventLine.clock(span.from.happened, scene.now)
            let to = span.to.map { EventLine.clock($0.happened, scene.now) } ?? ""
            guard let holder = span.holder else {
                return "<li class=\"hole\">\(from)–\(to) \(words[.nobody])</li>"
            }
            return """
                <li>\(from)–\(to) <b>\(scene.names.institution(holder.institution))</b> \(holder.post)</li>
                """
        }
        return "<ol class=\"spans\" aria-label=\"\(words[.custodyEarlier])\">\(lines)</ol>"
    }

    private var gapNote: HTML {
        let gaps = person.custody.spans.filter { $0.holder == nil }.map { span in
            (span.to?.happened ?? scene.now).millisecondsSinceEpoch
                - span.from.happened.millisecondsSinceEpoch
        }.reduce(0, +)
        return """
            <p class="small muted">\(words[.gapTotal, ["length": ClockText.length(max(0, gaps), scene.texts)]])</p>
            """
    }
}
