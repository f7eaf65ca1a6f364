import HTML
import Reports

/// Draws how long each body took: the middle, and the length within which nine of ten were done.
struct TimesView {
    let model: FiguresModel
    let names: FigureNames

    var html: HTML? {
        guard let times = model.release?.figures.times else { return nil }
        let told = times.filter { $0.median != nil }
        guard !told.isEmpty else {
            return "<section class=\"box\"><h2>\(words[.times])</h2><p>\(words[.timesNone])</p></section>"
        }
        return DataTable(
            id: "times", caption: words[.times], hint: words[.timesHint],
            columns: [
                .init(words[.timesWhat], .head), .init(words[.timesBody]), .init(words[.timesCount], .number),
                .init(words[.timesMiddle], .number), .init(words[.timesMost], .number),
            ], rows: told.map(row)
        ).html
    }

    private var words: Words<FiguresText> { Words(names.names.texts) }

    private func row(_ time: TimeFigure) -> [HTML?] {
        let what: FiguresText =
            switch time.measure {
            case .tell: .timeTell
            case .acknowledge: .timeAcknowledge
            case .arrive: .timeArrive
            }
        return [
            "\(words[what])", "\(names.names.institution(time.institution))",
            "\(FigureCell.text(time.count))", "\(FigureCell.text(time.median))",
            "\(FigureCell.text(time.ninetieth))",
        ]
    }
}
