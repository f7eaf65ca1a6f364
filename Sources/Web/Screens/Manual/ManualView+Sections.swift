import Catalog
import HTML

extension ManualView {
    var conduct: HTML {
        let rows: [HTML] = model.conduct.map { line in
            """
            <li><div class="do"><p><span class="hide">\(words[.yes]): </span>\(line.do)</p></div>\
            <div class="dont"><p><span class="hide">\(words[.no]): </span>\(line.dont)</p></div>\
            \(cites(line.citations))</li>
            """
        }
        return section(
            .conduct,
            """
            <p class="pairs head" aria-hidden="true"><b>\(words[.yes])</b><b>\(words[.no])</b></p>\
            <ul class="pairs-list">\(rows)</ul>
            """)
    }

    var rights: HTML {
        let items: [HTML] = model.rights.map { "<li>\($0.text)\(cites($0.citations))</li>" }
        return section(.rights, lead: words[.rightsLead], "<ul class=\"say-big\">\(items)</ul>")
    }

    var duties: HTML {
        let items: [HTML] = model.duties.map { duty in
            """
            <li><b>\(duty.number).</b> \(duty.text)\
            <p class="muted">\(words[.dutyOwners, ["owners": duty.owners.joined(separator: " · ")]])</p>\
            <p class="muted">\(words[.dutyEvidence, ["evidence": duty.evidence]])</p>\(cites(duty.citations))</li>
            """
        }
        return section(.duties, "<ol class=\"plainlist\">\(items)</ol>")
    }

    var deadlines: HTML {
        let items: [HTML] = model.deadlines.map { line in
            """
            <li><b>\(line.duty)</b>\
            <p class="muted">\(words[.deadlineWho, ["who": line.who, "to": line.to]])</p>\
            <p><b>\(words[.deadlineLegal])</b> \(line.legal)\
            \(line.isVerified ? nil : " <span class=\"state open\">\(words[.sourceToConfirm])</span>" as HTML)</p>\
            \(cites(line.citations))</li>
            """
        }
        return section(.deadlines, lead: words[.deadlinesLead], "<ul class=\"plainlist\">\(items)</ul>")
    }

    var institutions: HTML {
        let items: [HTML] = model.institutions.map(institution)
        return section(.institutions, lead: words[.institutionsLead], "<div class=\"folds\">\(items)</div>")
    }

    private func institution(_ entry: ManualModel.InstitutionEntry) -> HTML {
        let through = entry.reachedThrough.joined(separator: ", ")
        return """
            <details id="i-\(entry.id)"><summary><span\(texts.inSpanish)>\(entry.name)\
            \(entry.short.map { " <b>\($0)</b>" as HTML })</span></summary>\
            <p>\(entry.role)</p><ul class="list">\(entry.does.map { "<li>\($0)</li>" as HTML })</ul>\
            <p><b>\(words[.convene])</b> \(entry.convene)</p>\
            \(through.isEmpty ? nil : "<p>\(words[.reachedThrough, ["names": through]])</p>" as HTML)\
            <p><a href="\(Page.directory(district: nil).address)">\(words[.inDirectory])</a></p>\
            \(cites(entry.citations))</details>
            """
    }

    var warnings: HTML {
        let items: [HTML] = model.warnings.map { warning in
            """
            <li class="note soon"><h3>\(warning.topic)</h3><div class="two-sides">\
            <div><p><b>\(words[.manualSays])</b></p><p>\(warning.manualSays)</p></div>\
            <div><p><b>\(words[.lawSays])</b></p><p>\(warning.lawSays)</p></div></div>\
            <p><b>\(words[.doThis])</b> \(warning.do)</p>\
            \(cites(warning.citations))</li>
            """
        }
        return section(.warnings, lead: words[.warningsLead], "<ul class=\"stack\">\(items)</ul>")
    }

    var glossary: HTML {
        let items: [HTML] = model.terms.map { term in
            """
            <div><dt\(texts.inSpanish)>\(term.term)\(term.short.map { " (\($0))" as HTML })</dt><dd>\(term.text)\
            \(cites(term.citations))</dd></div>
            """
        }
        return section(.glossary, "<dl class=\"gloss\">\(items)</dl>")
    }

    var sources: HTML {
        let items: [HTML] = model.sources.map { source in
            let state: HTML =
                source.isVerified
                ? "<span class=\"state done\">\(source.readOn.map { words[.sourceRead, ["day": $0]] } ?? words[.sourceRead, ["day": ""]])</span>"
                : "<span class=\"state open\">\(words[.sourceToConfirm])</span>"
            return """
                <li id="f-\(source.id)"><p><span\(texts.inSpanish)><b>\(source.cite)</b> \(source.title)</span> \(state)</p>\
                <p\(texts.inSpanish)>\(source.says)</p></li>
                """
        }
        return section(.sources, lead: words[.sourcesLead], "<ul class=\"plainlist\">\(items)</ul>")
    }
}
