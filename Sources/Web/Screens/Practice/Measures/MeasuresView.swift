import Access
import Catalog
import HTML

/// Draws how often each sign was seen where it was, and marked where it was not.
struct MeasuresView {
    let measures: [SignMeasure]
    let drills: Int
    let indicators: IndexedList<Indicator>
    let head: StaffHead
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<MeasuresText> { Words(texts) }

    private var main: HTML {
        """
        <div class="wrap"><div class="page-head"><div><h1>\(words[.title])</h1>\
        <p class="lead">\(words[.lead])</p></div></div>\
        <div class="note"><p>\(words[.meaning, ["least": String(SignMeasure.least)]])</p></div>\
        <p>\(words[.drills, ["count": String(drills)]])</p>\(table)\
        <p class="acts gap-top"><a class="btn quiet" href="\(Page.plain(.practice).address)">\
        \(words[.practice])</a></p></div>
        """
    }

    private var table: HTML {
        guard !measures.isEmpty else { return "<div class=\"box\"><p>\(words[.none])</p></div>" }
        return DataTable(
            id: "signs", caption: words[.caption],
            columns: [
                .init(words[.sign], .head), .init(words[.there], .number), .init(words[.seen], .number),
                .init(words[.notThere], .number), .init(words[.imagined], .number),
            ], rows: measures.map(row)
        ).html
    }

    private func row(_ measure: SignMeasure) -> [HTML?] {
        let sign = indicators[Identifier(measure.sign)]
        return [
            "<b>\(measure.sign)</b> \(sign?.short ?? sign?.text ?? "")",
            "\(measure.hits + measure.misses)", share(measure.hits, measure.sensitivity),
            "\(measure.falseAlarms + measure.rejections)",
            share(measure.falseAlarms, measure.falseAlarmRate),
        ]
    }

    /// The count and, where there are enough, its share.
    private func share(_ count: Int, _ share: Double?) -> HTML {
        guard let share else { return "\(words[.few, ["count": String(count)]])" }
        let percent = String(Int((share * 100).rounded()))
        return "\(words[.share, ["count": String(count), "percent": percent]])"
    }
}
