import Catalog
import HTML

/// Draws who is late, body by body; the bar says again what the number beside it says.
struct BoardInstitutionsView {
    let model: BoardModel
    let texts: Texts

    var html: HTML? {
        guard !model.institutions.isEmpty else { return nil }
        return """
            <div class="box"><div class="scroll" tabindex="0" role="region" aria-labelledby="by-body"><table>\
            <caption id="by-body">\(words[.byInstitution]) <small>\(words[.byInstitutionHint])</small></caption>\
            <thead><tr><th scope="col">\(words[.institution])</th><th class="num" scope="col">\(words[.lateNow])</th>\
            <th class="num" scope="col">\(words[.soon])</th><th class="num" scope="col">\(words[.inTime])</th>\
            <th class="num" scope="col">\(words[.share])</th>\
            <th scope="col"><span class="hide">\(words[.bar])</span></th></tr></thead>\
            <tbody>\(model.institutions.map(row))</tbody></table></div></div>
            """
    }

    private var words: Words<BoardText> { Words(texts) }

    private func row(_ line: BoardModel.InstitutionLine) -> HTML {
        let late: HTML =
            line.totals.late > 0
            ? StateMark(.late, String(line.totals.late)).html(texts) : "\(line.totals.late)"
        let share = line.totals.share
        return """
            <tr><th scope="row"><a href="\(address(line))">\(line.name)</a></th><td class="num">\(late)</td>\
            <td class="num">\(line.totals.soon)</td><td class="num">\(line.totals.inTime)</td>\
            <td class="num">\(share.map { words[.percent, ["percent": String($0)]] } ?? "")</td>\
            <td>\(share.map(bar))</td></tr>
            """
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
