import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the chosen case in the middle of the queue: what is owed, the acts with their keys, what is known.
struct QueueCaseView {
    let scene: CaseScene

    private var words: Words<CaseText> { scene.words }
    private var queue: Words<QueueText> { Words(scene.texts) }

    var html: HTML {
        """
        \(scene.state.isUnderDuress ? IntakeMarksView(texts: scene.texts).duress : nil)<div class="box"><div class="head"><h2 class="xl"><span class="code">\(code)</span> \(place)</h2>\
        \(scene.mark.html(scene.texts))</div>\(CaseNextView(scene: scene).html)\
        <div class="acts">\(acts)</div></div>\
        <div class="cols half"><section class="box" aria-labelledby="h"><h2 id="h">\(words[.known])</h2>\
        \(CaseKnownView(scene: scene, settles: false).html)</section>\
        <section class="box" aria-labelledby="t"><h2 id="t">\(queue[.thread])</h2>\
        \(CaseThread(scene: scene, most: Self.mostKnots, mostAhead: Self.mostAhead).html)</section></div>\
        \(CaseReferralsView(scene: scene, hasVerbs: false).html)
        """
    }

    private var code: String { scene.state.reference?.text ?? "" }

    private var place: String {
        scene.state.standing?.district.map(scene.names.district) ?? words[.noDistrict]
    }

    private var acts: [HTML] {
        let file = FileSheets(scene: scene)
        var drawn: [HTML] = []
        if let claim = file.claim { drawn.append(ActSheetView(sheet: claim, scene: scene).html) }
        if scene.may(.refer) {
            drawn.append(
                """
                <a class="\(file.claim == nil ? "btn" : "btn quiet")" \
                href="\(Page.caseRefer(scene.id).address)" data-key="d">\(words[.refer])\
                <kbd class="wide-only">D</kbd></a>
                """)
        }
        if let supervisor = file.supervisor {
            drawn.append(ActSheetView(sheet: supervisor, scene: scene).html)
        }
        drawn.append(
            "<a class=\"btn quiet\" href=\"\(Page.caseFile(scene.id).address)\">\(queue[.open])</a>")
        if let merge = file.merge { drawn.append(ActSheetView(sheet: merge, scene: scene).html) }
        return drawn
    }

    /// The first sighting and the newest acts; the case page has all.
    private static let mostKnots = 8
    private static let mostAhead = 2
}
