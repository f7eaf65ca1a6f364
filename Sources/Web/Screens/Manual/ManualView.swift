import Catalog
import HTML

/// Draws the manual: its contents and what stands first on the page.
struct ManualView {
    let model: ManualModel
    /// What was looked for; nil shows the manual only.
    var search: ManualSearch?
    let texts: Texts

    var document: Document {
        Document(title: words[.title], frame: .desk(.manual), main: main)
    }

    var words: Words<ManualText> { Words(texts) }

    private var main: HTML {
        """
        <div class="page-head"><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p></div>\
        \(ManualSearchView(search: search, texts: texts).html)\
        <div class="cols side-main gap-top">\(contents)<div class="stack manual">\
        \(route)\(signs)\(conduct)\(rights)\(duties)\(deadlines)\(institutions)\(warnings)\(glossary)\(sources)</div></div>
        """
    }

    private var contents: HTML {
        let last = ManualSection.allCases.last
        let items: [HTML] = ManualSection.allCases.map { section in
            """
            <li><span class="knot\(section == .route ? " first" : section == last ? " last" : "")"></span>\
            <a href="\(Address.place(section.rawValue))">\(words[section.key])</a></li>
            """
        }
        return """
            <nav class="toc stick" aria-label="\(words[.contents])"><ol class="thread toc-t">\(items)</ol></nav>
            """
    }

    /// One section with its heading and its place on the page.
    func section(_ section: ManualSection, lead: String? = nil, _ content: HTML) -> HTML {
        """
        <section class="box" id="\(section.rawValue)" aria-labelledby="h-\(section.rawValue)">\
        <h2 id="h-\(section.rawValue)">\(words[section.key])</h2>\
        \(lead.map { "<p class=\"lead\">\($0)</p>" as HTML })\(content)</section>
        """
    }

    /// The sources of one line, each leading to its place in the list of sources.
    func cites(_ citations: [ManualModel.Citation]) -> HTML? {
        guard !citations.isEmpty else { return nil }
        let links: [HTML] = citations.enumerated().map { position, citation in
            """
            \(position == 0 ? "" : " · ")<a href="\(Address.place("f-" + citation.id))"\(texts.inSpanish)>\(citation.cite)</a>
            """
        }
        return "<p class=\"cites\">\(words[.cites]) \(links)</p>"
    }

    private var route: HTML {
        let last = model.stages.last?.number
        let items: [HTML] = model.stages.map { stage in
            """
            <li><span class="knot\(stage.number == 1 ? " first" : stage.number == last ? " last" : " full")"></span>\
            <b>\(stage.number). \(stage.title)</b><p>\(stage.detail)</p>\
            <p class="muted">\(words[.stageOwners, ["owners": stage.owners.joined(separator: " · ")]])</p>\
            \(cites(stage.citations))</li>
            """
        }
        return section(
            .route, lead: words[.routeLead],
            "\(FlowChartView(chart: model.chart).html)<ol class=\"thread flow-list\">\(items)</ol>")
    }

    private var signs: HTML {
        let groups: [HTML] = model.signs.map { group in
            "<h3>\(name(group.letter))</h3><ul class=\"signs2\">\(group.signs.map(sign))</ul>"
        }
        return section(.signs, lead: words[.signsLead], groups.joined())
    }

    private func sign(_ sign: ManualModel.Sign) -> HTML {
        """
        <li id="\(sign.id)"><b>\(sign.id)</b> \(sign.text)\
        \(observed(sign.observed).map { " <span class=\"muted\">\($0)</span>" as HTML })</li>
        """
    }

    private func observed(_ observed: Indicator.Observed) -> String? {
        switch observed {
        case .seen: nil
        case .told: words[.signTold]
        case .report: words[.signReport]
        }
    }

    private func name(_ letter: Character) -> String {
        switch letter {
        case "A": words[.signsA]
        case "B": words[.signsB]
        case "C": words[.signsC]
        case "D": words[.signsD]
        case "E": words[.signsE]
        case "F": words[.signsF]
        case "G": words[.signsG]
        default: String(letter)
        }
    }
}
