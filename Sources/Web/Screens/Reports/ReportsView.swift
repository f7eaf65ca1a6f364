import Catalog
import HTML

/// Draws the own reports of a street account.
struct ReportsView {
    let model: ReportsModel
    let catalog: ProtocolCatalog

    var document: Document {
        Document(title: words[.title], frame: .staff(model.head), main: main)
    }

    private var words: Words<ReportsText> { Words(catalog.content.texts) }

    private var main: HTML {
        """
        <div class="narrow stack"><div><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p></div>\
        \(model.lines.isEmpty ? empty : table)\(legend)</div>
        """
    }

    private var empty: HTML {
        "<div class=\"box\"><p>\(words[.empty])</p></div>"
    }

    private var table: HTML {
        let rows: [HTML] = model.lines.map { line in
            """
            <tr><th scope="row"><span class="code">\(line.code)</span></th>\
            <td>\(SafeWordView(word: line.word, catalog: catalog).html)</td>\
            <td><time datetime="\(line.at.machineText)">\(line.at.dayText) \(line.at.hourText)</time></td></tr>
            """
        }
        return """
            <div class="box"><div class="scroll" tabindex="0" role="region" aria-labelledby="rt"><table>\
            <caption id="rt">\(words[.caption])</caption><thead><tr><th scope="col">\(words[.code])</th>\
            <th scope="col">\(words[.word])</th><th scope="col">\(words[.hour])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div></div>
            """
    }

    /// What each word means, in the words of the catalogue.
    private var legend: HTML {
        let facts: [(label: String, value: HTML)] = SafeWord.allCases.map { word in
            let view = SafeWordView(word: word, catalog: catalog)
            return (view.label, "\(view.note ?? "")")
        }
        return """
            <section class="box" aria-labelledby="rw"><h2 id="rw">\(words[.legend])</h2>\
            \(FactsList(facts).html)<p class="hint gap-top">\(words[.why])</p></section>
            """
    }
}
