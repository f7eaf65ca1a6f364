import Catalog
import HTML
import Reports

/// Draws the published figures: what is asked for, its table, and the pictures of the possible cases.
struct FiguresView {
    let model: FiguresModel
    let head: StaffHead
    let names: FigureNames

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var texts: Texts { names.names.texts }
    private var words: Words<FiguresText> { Words(texts) }

    private var main: HTML {
        guard let release = model.release else {
            return """
                <div class="page-head"><div><h1>\(words[.title])</h1></div>\(links)</div>\
                <div class="box"><h2>\(words[.none])</h2><p class="muted">\(words[.noneDo])</p></div>
                """
        }
        return """
            <div class="page-head"><div><h1>\(words[.title])</h1>\
            <p class="lead">\(words[.lead, ["period": names.period(release.period)]])</p></div>\(links)</div>\
            \(filters)<div class="stack gap-top">\(tooFine)\(table(release))</div>\
            \(FigureChartsView(model: model, names: names).html)\
            \(FigureLinesView(model: model, names: names).html)\
            <div class="gap-top">\(TimesView(model: model, names: names).html)</div>
            """
    }

    private var links: HTML {
        let release: HTML? =
            head.leads(to: .figureRelease)
            ? "<a class=\"btn quiet\" href=\"\(Page.plain(.figureRelease).address)\">\(words[.release])</a>"
            : nil
        return """
            <div class="acts">\(release)\
            <a class="btn quiet" href="\(Page.plain(.openData).address)">\(words[.openData])</a></div>
            """
    }

    private var filters: HTML {
        let cubes = model.release?.figures.cubes.map(\.cube) ?? []
        let ids = cubes.flatMap(\.dimensions).map(\.id).reduce(into: [String]()) { found, id in
            if !found.contains(id) { found.append(id) }
        }
        let units: [HTML] = cubes.map { option($0.id, names.unit($0.id), model.question.cube) }
        let periods: [HTML] = model.periods.map {
            option($0.text, names.period($0), model.question.period?.text)
        }
        let labels = [words[.by], words[.bySecond], words[.byThird]]
        let lists: [HTML] = zip(FigureQuestion.dimensionFields, labels).enumerated().map { place, list in
            let chosen =
                model.question.dimensions.indices.contains(place) ? model.question.dimensions[place] : ""
            let options =
                [option("", words[.byNothing], chosen)] + ids.map { option($0, names.dimension($0), chosen) }
            return select(list.0, list.1, options)
        }
        return """
            <form class="box filters staff six" action="\(Page.plain(.figures).address)" role="search">\
            \(select(FigureQuestion.cubeField, words[.what], units))\(lists)\
            \(select(FigureQuestion.periodField, words[.period], periods))<button>\(words[.show])</button></form>
            """
    }

    private func select(_ name: String, _ label: String, _ options: [HTML]) -> HTML {
        """
        <div><label for="\(name)">\(label)</label><select id="\(name)" name="\(name)">\(options)</select></div>
        """
    }

    private func option(_ value: String, _ label: String, _ chosen: String?) -> HTML {
        "<option value=\"\(value)\"\(Attribute("selected", when: value == chosen))>\(label)</option>"
    }

    private var tooFine: HTML? {
        model.isTooFine && model.table != nil
            ? "<div class=\"note\" role=\"status\"><p>\(words[.tooFine])</p></div>" : nil
    }

    private func table(_ release: FigureRelease) -> HTML? {
        guard let table = model.table else { return nil }
        let by = table.dimensions.map(names.dimension).joined(separator: " · ")
        let caption = [names.unit(table.cube), by].filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            \(FigureTableView(table: table, names: names, words: words, id: "figure", caption: caption).html)\
            <section class="box" aria-labelledby="how"><h2 id="how">\(words[.rule])</h2>\
            <p>\(names.rule(table.cube))</p><p class="small muted">\(names.source(table.cube))</p>\
            <p class="small muted mono">\(origin(release))</p>\
            <h3>\(words[.download])</h3><p class="acts">\(downloads(table))</p></section>
            """
    }

    private func origin(_ release: FigureRelease) -> String {
        let cut = release.figures.cut
        return words[
            .origin,
            [
                "day": cut.dayText, "hour": cut.hourText, "edition": FigureScheme.edition,
                "checksum": String(release.checksum.prefix(16)),
            ]]
    }

    private func downloads(_ table: FiguresModel.Table) -> [HTML] {
        let forms: [(FigureFile, FiguresText)] = [
            (.xlsx, .xlsx), (.csvExcel, .csvExcel), (.csv, .csv), (.dictionary, .dictionary),
        ]
        return forms.map { form, label in
            let address = model.question.file(form, of: table.dimensions)
            return "<a class=\"btn quiet\" href=\"\(address)\" download>\(words[label])</a>"
        }
    }
}
