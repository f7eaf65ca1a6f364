import CaseRegister
import Catalog
import HTML
import ReferralDomain
import Reports

/// Draws the page on which figures are proposed and published.
struct FigureReleaseView {
    let model: FigureReleaseModel
    let head: StaffHead
    let names: FigureNames
    let now: Instant
    /// The id that the next proposal will have.
    let next: RecordID<FigureRelease>

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var texts: Texts { names.names.texts }
    private var words: Words<FigureReleaseText> { Words(texts) }

    private var main: HTML {
        let waiting: [HTML] = model.waiting.map(proposal)
        let none: HTML? = waiting.isEmpty ? "<p class=\"muted\">\(words[.waitingNone])</p>" : nil
        return """
            <div class="wrap"><p class="crumb"><a href="\(Page.plain(.figures).address)">\(figures[.title])</a></p>\
            <div class="page-head"><div><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p></div></div>\
            \(problem)<section class="box"><h2>\(words[.waiting])</h2>\(none)\(waiting)</section>\
            <div class="gap-top">\(proposing)</div><div class="gap-top">\(settled)</div></div>
            """
    }

    private var figures: Words<FiguresText> { Words(texts) }

    private var problem: HTML? {
        guard let problem = model.problem else { return nil }
        let text =
            switch problem {
            case .periodMissing: words[.periodMissing]
            case .refused(.secondFactorOld): words[.secondFactor]
            case .refused(.notYours): words[.notYours]
            case .refused(.notOver): words[.notOver]
            case .refused(.taken): words[.taken]
            case .refused(.overtaken): words[.overtaken]
            case .refused(.fault): words[.fault]
            }
        return "<div class=\"note late\" role=\"alert\"><h2>\(words[.notDone])</h2><p>\(text)</p></div>"
    }

    /// What would be published, in numbers; the second person sees exactly that.
    private func proposal(_ release: FigureRelease) -> HTML {
        let rows: [[HTML?]] = release.figures.cubes.map { cube in
            let shown = cube.printed.count { $0 != nil }
            return [
                "\(names.unit(cube.cube.id))", "\(FigureCell.text(cube.printed.first ?? nil))", "\(shown)",
                "\(cube.printed.count - shown)",
            ]
        }
        let table = DataTable(
            id: "proposal-\(release.period.text)", caption: names.period(release.period),
            hint: release.figures.open == nil ? words[.openNo] : words[.openYes],
            columns: [
                .init(words[.what], .head), .init(words[.total], .number), .init(words[.shown], .number),
                .init(words[.hidden], .number),
            ], rows: rows
        ).html
        return """
            \(table)<p class="small muted">\(words[.proposed, ["account": release.made.actor.text]]) · \
            \(ShortMoment.text(release.made.instant, now: now)) · \(words[.checksum]) \
            <span class="mono">\(release.checksum.prefix(16))</span></p><div class="acts">\(verdict(release))</div>
            """
    }

    private func verdict(_ release: FigureRelease) -> HTML {
        let discard = form(.discard, release.id, words[.discard], .quiet)
        guard head.role == .privacyOfficer else {
            return "<p class=\"small muted\">\(words[.approveOther])</p>\(discard)"
        }
        return "\(form(.approve, release.id, words[.approve], .filled))\(discard)"
    }

    private func form(
        _ act: FigureReleaseRoutes.Act, _ id: RecordID<FigureRelease>, _ label: String,
        _ style: ActForm.Button.Style
    ) -> HTML {
        ActForm(
            action: .plain(.figureRelease), token: head.formToken, act: act.rawValue,
            hidden: [(FigureReleaseRoutes.idField, id.text)],
            button: ActForm.Button(label: label, style: style)
        ).html
    }

    /// Only whoever may propose sees the form.
    private var proposing: HTML? {
        guard head.role == .coordinator else { return nil }
        guard !model.open.isEmpty else {
            return """
                <section class="box"><h2>\(words[.proposeTitle])</h2><p>\(words[.proposeNone])</p></section>
                """
        }
        let choice = CodeChoice(
            name: FigureQuestion.periodField, label: words[.period],
            options: model.open.map { .init(id: $0.text, label: names.period($0)) }, chosen: nil
        ).html(texts, id: "period")
        let form = ActForm(
            action: .plain(.figureRelease), token: head.formToken,
            act: FigureReleaseRoutes.Act.propose.rawValue,
            hidden: [(FigureReleaseRoutes.idField, next.text)], fields: choice,
            button: ActForm.Button(label: words[.propose])
        ).html
        return """
            <section class="box"><h2>\(words[.proposeTitle])</h2><p class="hint">\(words[.proposeHint])</p>\(form)\
            </section>
            """
    }

    private var settled: HTML {
        let budgets: [HTML] = model.budgets.map { entry in
            let values = [
                "year": String(entry.year), "left": entry.budget.left.text, "all": PrivacyBudget.year.text,
            ]
            return "<p class=\"small muted\">\(words[.budget, values])</p>"
        }
        guard !model.settled.isEmpty else {
            return """
                <section class="box"><h2>\(words[.published])</h2><p>\(words[.publishedNone])</p>\(budgets)</section>
                """
        }
        let rows: [[HTML?]] = model.settled.map { release in
            let state: HTML =
                release.approved.map {
                    StateMark(.done, words[.approved, ["account": $0.actor.text]]).html(texts)
                } ?? StateMark(.paused, words[.discarded]).html(texts)
            return [
                "\(names.period(release.period))", state,
                "\(words[.proposed, ["account": release.made.actor.text]])",
                "\(release.checksum.prefix(16))",
            ]
        }
        let table = DataTable(
            id: "published", caption: words[.published],
            columns: [
                .init(words[.period], .head), .init(words[.state]), .init(words[.by]),
                .init(words[.checksum], .mono),
            ], rows: rows
        ).html
        return "\(table)\(budgets)"
    }
}
