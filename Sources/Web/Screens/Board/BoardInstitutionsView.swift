import CaseRegister
import Catalog
import HTML

/// Draws who is late, body by body; the bar says again what the number beside it says.
struct BoardInstitutionsView {
    let model: BoardModel
    let texts: Texts

    var html: HTML? {
        guard !model.institutions.isEmpty else { return nil }
        return DataTable(
            id: "by-body", caption: words[.byInstitution],
            hint: words[
                .byInstitutionHint,
                ["most": String(AcknowledgementTime.most), "days": String(AcknowledgementTime.days)]],
            columns: [
                .init(words[.institution], .head), .init(words[.lateNow], .number),
                .init(words[.soon], .number), .init(words[.inTime], .number),
                .init(words[.acknowledgement], .number), .init(words[.share], .number),
                .init(words[.bar], .mute),
            ], rows: model.institutions.map(row)
        ).html
    }

    private var words: Words<BoardText> { Words(texts) }

    private func row(_ line: BoardModel.InstitutionLine) -> [HTML?] {
        let late: HTML =
            line.totals.late > 0
            ? StateMark(.late, String(line.totals.late)).html(texts) : "\(line.totals.late)"
        let share = line.totals.share
        return [
            "<a href=\"\(address(line))\">\(line.name)</a>", late, "\(line.totals.soon)",
            "\(line.totals.inTime)", acknowledgement(line),
            share.map { "\(words[.percent, ["percent": String($0)]])" },
            share.map(bar),
        ]
    }

    /// In whole minutes: the seconds of a middle say nothing.
    private func acknowledgement(_ line: BoardModel.InstitutionLine) -> HTML {
        guard let middle = line.acknowledgement else {
            return "<span class=\"small muted\">\(words[.tooFew])</span>"
        }
        let minutes = (middle + 30_000) / 60_000
        return minutes < 60
            ? "\(words[.minutes, ["minutes": String(minutes)]])" : "\(ClockText.length(middle, texts))"
    }

    private func address(_ line: BoardModel.InstitutionLine) -> Address {
        var filter = model.filter
        filter.institution = line.id
        return filter.address(page: 1)
    }

    private func bar(_ percent: Int) -> HTML {
        """
        <svg class="bar100" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
        <rect y="1" width="\(percent)" height="6"/></svg>
        """
    }
}
