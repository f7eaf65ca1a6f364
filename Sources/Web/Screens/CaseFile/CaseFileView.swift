import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the page of one case: what is owed now, what happened, what is known, who answers.
struct CaseFileView {
    let scene: CaseScene
    let head: StaffHead
    /// Why the last act was not done; nil where nothing was refused.
    var outcome: HTML?
    /// An id for a person who may be added, drawn before the first try.
    let drawn: PersonID

    private var words: Words<CaseText> { scene.words }
    private var code: String { scene.state.reference?.text ?? "" }

    var document: Document {
        Document(title: words[.title, ["code": code]], frame: .staff(head), main: main)
    }

    private var main: HTML {
        """
        <div class="cols case" data-now="\(scene.now.millisecondsSinceEpoch)"><div class="panel top">\(top)</div>\
        <div class="panel right">\(right)</div>\(thread)<div class="panel stack">\(middle)</div></div>
        """
    }

    private var top: HTML {
        """
        \(EmergencyBanner(scene: scene).html)\(duress)\(outcome)\(kept)\(GlassNote(scene: scene).html)<p class="crumb">\(crumb)</p><div class="page-head"><div>\
        <h1><span class="code">\(code)</span> \(place)</h1><p class="lead">\(lead)</p></div>\
        <p>\(scene.mark.html(scene.texts))</p></div>\(CaseNextView(scene: scene).html)\(buttons)
        """
    }

    /// What was typed into a form that no longer stands on the page.
    private var kept: HTML? {
        guard scene.memory.word != nil else { return nil }
        let file = FileSheets(scene: scene)
        var offered = [file.claim, file.supervisor, file.merge].compactMap(\.self)
        offered += file.others(drawing: drawn)
        if scene.shows(.facts) { offered += CaseKnownView(scene: scene).sheets }
        offered += StopsView(scene: scene, people: scene.state.people).sheets
        offered += scene.referrals.flatMap { ReferralSheets(referral: $0, scene: scene).all }
        return KeptAnswers(scene: scene, offered: offered).html
    }

    private var duress: HTML? {
        guard scene.relation == .owner, scene.state.isUnderDuress else { return nil }
        return IntakeMarksView(texts: scene.texts).duress
    }

    private var crumb: HTML {
        let staff = Words<StaffText>(scene.texts)
        let hasQueue = HomePage.of(scene.acting.role) == .queue
        let page: PagePattern = hasQueue ? .queue : .inbox
        return """
            <a href="\(Page.plain(page).address)">\(staff[hasQueue ? .queue : .inbox])</a>
            """
    }

    private var place: String {
        guard scene.shows(.district) else { return "" }
        return scene.state.standing?.district.map(scene.names.district) ?? words[.noDistrict]
    }

    private var lead: String {
        let opened = scene.state.opened?.registered ?? scene.now
        let isLevelShown = scene.shows(.level)
        let level = isLevelShown ? scene.state.standing.map { scene.names.level($0.level) } ?? "" : ""
        let owner =
            scene.state.owner.map { words[.owner, ["who": ActorName(actor: $0, names: scene.names).text]] }
            ?? words[.noOwner]
        let said = words[.lead, ["day": opened.dayText, "hour": opened.hourText, "level": level]]
        return scene.shows(.owner) ? "\(said). \(owner)." : said
    }

    private var buttons: HTML? {
        var drawn: [HTML] = []
        let file = FileSheets(scene: scene)
        if let claim = file.claim { drawn.append(ActSheetView(sheet: claim, scene: scene).html) }
        if scene.may(.refer) {
            drawn.append(
                """
                <a class="btn" href="\(Page.caseRefer(scene.id).address)" data-key="d">\(words[.refer])\
                <kbd class="wide-only">D</kbd></a>
                """)
        }
        if let supervisor = file.supervisor {
            drawn.append(ActSheetView(sheet: supervisor, scene: scene).html)
        }
        if scene.relation == .owner || scene.relation == .receiver {
            drawn.append(
                """
                <a class="btn quiet" href="\(Page.casePapers(scene.id).address)">\
                \(Words<PaperText>(scene.texts)[.listTitle])</a>
                """)
        }
        if let images = ImagesView.link(scene) { drawn.append(images) }
        return drawn.isEmpty ? nil : "<div class=\"acts gap-top\">\(drawn)</div>"
    }

    private var right: HTML {
        var sections: [HTML] = []
        if scene.shows(.custody) { sections.append(CaseCustodyView(scene: scene).html) }
        sections.append(
            """
            <section aria-labelledby="clocks"><h2 id="clocks">\(words[.clocks])</h2>\
            \(CaseClocksView(scene: scene).html)</section>
            """)
        return sections.joined()
    }

    private var thread: HTML? {
        guard scene.shows(.thread) else { return nil }
        return """
            <section class="panel left" aria-labelledby="hilo"><h2 class="rooted-head" id="hilo">\
            \(words[.thread])</h2>\(CaseThread(scene: scene, isRooted: true).html)</section>
            """
    }

    private var middle: HTML {
        var boxes: [HTML] = []
        if let intake = CaseIntakeView(scene: scene).html { boxes.append(intake) }
        if scene.shows(.facts) {
            boxes.append(
                """
                <section class="box" aria-labelledby="known"><h2 id="known">\(words[.known])</h2>\
                \(CaseKnownView(scene: scene).html)\(earlierReports)</section>
                """)
        }
        if scene.shows(.referrals) || scene.shows(.ownReferrals) {
            boxes.append(CaseReferralsView(scene: scene).html)
        }
        if let stops = StopsView(scene: scene, people: scene.state.people).html { boxes.append(stops) }
        if let acts { boxes.append(acts) }
        return boxes.joined()
    }

    private var earlierReports: HTML? {
        guard !scene.state.earlier.isEmpty else { return nil }
        let count = String(scene.state.earlier.count)
        return "<p class=\"small muted\">\(words[.earlierReports, ["count": count]])</p>"
    }

    private var acts: HTML? {
        let file = FileSheets(scene: scene)
        let sheets = [file.merge].compactMap(\.self) + file.others(drawing: drawn)
        guard !sheets.isEmpty else { return nil }
        let drawn: [HTML] = sheets.map { ActSheetView(sheet: $0, scene: scene).html }
        return """
            <section class="box verbs" aria-labelledby="acts"><h2 id="acts">\(words[.acts])</h2>\
            \(drawn)</section>
            """
    }
}
