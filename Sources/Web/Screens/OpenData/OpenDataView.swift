import Catalog
import HTML
import Reports

/// Draws the open data: first how people are protected, then every pack.
struct OpenDataView {
    let releases: [FigureRelease]
    let years: [Year]
    let names: FigureNames

    struct Year {
        let year: Int
        let budget: PrivacyBudget
    }

    var document: Document { Document(title: words[.title], frame: .counter, main: main) }

    private var words: Words<OpenDataText> { Words(names.names.texts) }

    private var main: HTML {
        let none: HTML? = releases.isEmpty ? "<div class=\"box\"><p>\(words[.none])</p></div>" : nil
        let packs: [HTML] = releases.map(pack)
        return """
            <div class="page-head"><div><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p></div></div>\
            \(how)\(none)\(packs)
            """
    }

    private var how: HTML {
        let values = [
            "table": PrivacyBudget.table.text, "pack": OpenPack.cost.text, "year": PrivacyBudget.year.text,
            "least": String(OpenPack.least),
        ]
        let keys: [OpenDataText] = [
            .howUnits, .howNoise, .howMechanism, .howEpsilon, .howBudget, .howLeast, .howWarn,
        ]
        let items: [HTML] = keys.map { "<li>\(words[$0, values])</li>" }
        let spent: [HTML] = years.map { entry in
            let values = [
                "year": String(entry.year), "left": entry.budget.left.text, "all": PrivacyBudget.year.text,
            ]
            return "<li>\(words[.spent, values])</li>"
        }
        let left: HTML? = spent.isEmpty ? nil : "<h3>\(words[.spentTitle])</h3><ul>\(spent)</ul>"
        return """
            <section class="box"><h2>\(words[.how])</h2><ul>\(items)</ul>\(left)<p>\(words[.licence])</p></section>
            """
    }

    private func pack(_ release: FigureRelease) -> HTML {
        let period = names.period(release.period)
        let address = Address.page(["datos", OpenDataRoutes.file(release.period)])
        let tables: [HTML] = (release.figures.open?.tables ?? []).map { table in
            let rows: [[HTML?]] = zip(OpenDataSheet.values(table.dimension, of: release), table.counts).map {
                value, count in
                [
                    "\(names.value(value, of: table.dimension))",
                    count.map { "\($0)" }
                        ?? "<span class=\"muted\">\(words[.below, ["least": String(OpenPack.least)]])</span>",
                ]
            }
            return DataTable(
                id: "pack-\(release.period.text)-\(table.dimension)",
                caption: words[
                    .caption, ["period": period, "by": names.dimension(table.dimension)]],
                columns: [.init(words[.name], .head), .init(words[.count], .number)], rows: rows
            ).html
        }
        return """
            <section class="gap-top"><h2>\(period)</h2><p class="acts">\
            <a class="btn" href="\(address)" download>\(words[.file, ["period": period]])</a></p>\
            <div class="cols half">\(tables)</div></section>
            """
    }
}
