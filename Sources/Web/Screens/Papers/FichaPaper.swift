import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The sheet of one case: facts, hours, calls, duties and the handover of the person, on one page without a name.
struct FichaPaper {
    let scene: CaseScene

    private var words: Words<FichaText> { Words(scene.texts) }
    private var common: Words<PaperText> { Words(scene.texts) }
    private var code: String { scene.state.reference?.text ?? "" }

    var paper: Paper {
        var paper = Paper(
            title: "\(words[.title]) \(code)", file: "ficha-\(code)",
            sheet: """
                <div class="tight">\(top)<div class="pair">\(facts)\(scene.shows(.thread) ? hours : nil)</div>\(calls)\
                \(duties)\(delivery)\(notes)</div>
                """,
            back: .casePapers(scene.id))
        paper.foot = PaperFoot(scene: scene).lines
        paper.fileAddress = Page.casePaper(scene.id, .ficha, asFile: true).address
        return paper
    }

    private var top: HTML {
        """
        <div class="top"><div><p><b>\(words[.body])</b><br>\(words[.office])</p><h1>\(words[.title])</h1></div>\
        <div class="aside"><p class="reserved">\(common[.reserved])</p><p class="bigcode">\(code)</p></div>\
        <div>\(QRCode(code)?.html(label: common[.qr]))</div></div>
        """
    }

    private var facts: HTML {
        var lines: [(label: String, value: HTML)] = []
        if let opened = scene.state.opened {
            lines.append((words[.seen], "\(opened.happened.dayText) \(opened.happened.hourText)"))
        }
        if scene.shows(.district) {
            let district = scene.state.standing?.district.map { "\(scene.names.district($0)), \($0)" }
            lines.append((words[.district], "\(district ?? scene.words[.noDistrict])"))
        }
        lines.append((words[.place], "<span class=\"blank\"></span>"))
        if scene.shows(.facts) { lines += CaseKnownView(scene: scene).known }
        lines.append((words[.identity], "\(words[.identityApart])"))
        return section("f1", words[.facts], PaperFacts(lines).html)
    }

    private var hours: HTML {
        let told = CaseThread.told(scene.history).filter { !Self.isInner($0.event) }
        let shown = told.count > Self.mostHours ? told.prefix(1) + told.suffix(Self.mostHours - 2) : told[...]
        var items: [HTML] = shown.map { recorded in
            let line = EventLine(recorded: recorded, scene: scene)
            let at = recorded.moment.happened
            return "<li><time>\(at.dayText.prefix(5)) \(at.hourText)</time> <span>\(line.title)</span></li>"
        }
        if shown.count < told.count {
            let left = words[.moreHours, ["count": String(told.count - shown.count)]]
            items.insert("<li><time>…</time> <span>\(left)</span></li>", at: 1)
        }
        items.append("<li><time>__:__</time> <span>\(words[.lastDuty])</span></li>")
        return section("f2", words[.hours], "<ol class=\"hours\">\(items)</ol>")
    }

    /// What the house did by itself says nothing to whoever holds the sheet.
    private static func isInner(_ event: CaseEvent) -> Bool {
        switch event {
        case .file(.ladderClimbed), .file(.obligationPaused), .file(.obligationResumed), .file(.wordReceived),
            .file(.glassBroken), .file(.glassReviewed), .person(_, .fieldSealed):
            true
        case .sightingReported, .sightingAmended, .file, .referral, .person: false
        }
    }

    private var calls: HTML {
        let referrals = scene.referrals
        guard !referrals.isEmpty else {
            return section("f3", words[.calls], "<p>\(words[.noCalls])</p>")
        }
        let rows: [HTML] = referrals.prefix(Self.mostCalls).map(row)
        let left: HTML? =
            referrals.count > Self.mostCalls
            ? "<p>\(words[.moreCalls, ["count": String(referrals.count - Self.mostCalls)]])</p>" : nil
        return """
            <div class="scroll"><table><caption>\(words[.calls])</caption><thead><tr>\
            <th scope="col">\(words[.institution])</th><th scope="col">\(words[.asked])</th>\
            <th scope="col">\(words[.state])</th><th scope="col">\(words[.hour])</th>\
            <th scope="col">\(words[.proof])</th></tr></thead><tbody>\(rows)</tbody></table></div>\(left)
            """
    }

    private func row(_ referral: Referral) -> HTML {
        let last = referral.hops[referral.hops.count - 1].moment.happened
        let proof = referral.proof.map { scene.names.proof($0.kind) } ?? ""
        return """
            <tr><th scope="row">\(scene.receiver(referral.draft))</th><td>\(scene.names.step(referral.draft.step))</td>\
            <td>\(scene.names.state(referral.state))</td><td class="hour">\(last.dayText.prefix(5)) \(last.hourText)</td>\
            <td>\(proof)</td></tr>
            """
    }

    private var duties: HTML {
        let duties = Array(scene.names.catalog.content.duties)
        let half = (duties.count + 1) / 2
        let columns: [HTML] = [duties.prefix(half), duties.dropFirst(half)].map { part in
            let items: [HTML] = part.map(duty)
            return "<ul>\(items)</ul>"
        }
        return section("f4", words[.duties], "<div class=\"pair\">\(columns)</div>")
    }

    /// Ticked only where it was done, or lawfully released, for every person of the case.
    private func duty(_ duty: Duty) -> HTML {
        let people = scene.state.people
        let done = people.count { person in
            person.dutiesDone.contains { $0.duty == duty.id.text }
                || person.releases.contains { $0.duty == duty.id.text && $0.grantedBy != nil }
        }
        let isDone = !people.isEmpty && done == people.count
        let said: String =
            if isDone {
                words[.dutyDone]
            } else if done > 0 {
                words[.dutySome, ["done": String(done), "all": String(people.count)]]
            } else { words[.dutyOpen] }
        return """
            <li><span class="tick" aria-hidden="true">\(isDone ? "×" : "")</span>\(duty.number) \
            \(scene.names.duty(duty.id.text)) <span class="small">(\(said))</span></li>
            """
    }

    private var delivery: HTML {
        let hour = words[.blankHour]
        let signs: [HTML] = [words[.gives], words[.takes], words[.prosecutor]].map {
            "<p>\($0)<br>\(hour)</p>"
        }
        return section(
            "f5", words[.delivery], "<p>\(words[.deliveryRule])</p><div class=\"signs\">\(signs)</div>")
    }

    private var notes: HTML {
        section("f6", words[.notes], "<p class=\"rule\"></p><p class=\"rule\"></p>")
    }

    private func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
        "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2>\(content)</section>"
    }

    /// So many stand on one page with everything else.
    private static let mostHours = 8
    private static let mostCalls = 6
}
