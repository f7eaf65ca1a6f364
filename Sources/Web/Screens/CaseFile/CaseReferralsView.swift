import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the referrals of a case: state, who acts next, clock, the hops, and the buttons of each.
struct CaseReferralsView {
    let scene: CaseScene
    /// Whether the verbs of each referral are offered.
    var hasVerbs = true

    private var words: Words<CaseText> { scene.words }

    var html: HTML {
        let rows: [HTML] = scene.referrals.map(row)
        let table: HTML =
            rows.isEmpty
            ? "<h2>\(words[.referrals])</h2><p class=\"muted\">\(words[.noReferrals])</p>"
            : """
            <div class="scroll cards" tabindex="0" role="region" aria-labelledby="der"><table aria-labelledby="der">\
            <caption id="der">\(words[.referrals]) <small>\(words[.referralsHint])</small></caption><thead><tr>\
            <th scope="col">\(words[.body])</th><th scope="col">\(words[.clock])</th>\
            <th scope="col">\(words[.nextAct])</th><th scope="col">\(words[.state])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div>
            """
        let verbs: [HTML] = hasVerbs ? scene.referrals.compactMap(verbs) : []
        return """
            <section class="box" aria-label="\(words[.referrals])">\(table)\
            \(verbs.isEmpty ? nil : "<div class=\"verbs gap-top\">\(verbs)</div>" as HTML)</section>
            """
    }

    private func row(_ referral: Referral) -> HTML {
        let owed = scene.obligations.first { $0.referral == referral.id }
        let face = owed.map { ClockFace($0, now: scene.now) }
        let clock: HTML =
            if let face {
                "\(StateMark(face.state).html(scene.texts)) \(ClockText(face: face, texts: scene.texts).html)"
            } else {
                StateMark(referral.state.isOpen ? .ok : .done).html(scene.texts)
            }
        return """
            <tr><th scope="row">\(scene.receiver(referral.draft))<br>\
            <span class="small muted">\(scene.names.step(referral.draft.step))</span></th>\
            <td\(label(.clock))><span>\(clock)</span></td><td\(label(.nextAct))><span>\(next(referral))</span></td>\
            <td>\(state(referral))</td></tr>
            """
    }

    /// Where a row is a card, on a phone: what stands before a cell instead of the head of its column.
    private func label(_ column: CaseText) -> Attribute? { Attribute("data-label", words[column]) }

    private func next(_ referral: Referral) -> HTML {
        let code = scene.names.code(of: referral.state)
        return "\(code?.next ?? "")<br><span class=\"small muted\">\(code?.owner ?? "")</span>"
    }

    private func state(_ referral: Referral) -> HTML {
        let hops: [HTML] = referral.hops.map { hop in
            let channel = hop.channel.map { " (\(scene.names.channel($0)))" } ?? ""
            let hour = EventLine.clock(hop.moment.happened, scene.now)
            return "<li>\(scene.names.state(hop.state)) \(hour)\(channel)</li>"
        }
        let proof: HTML? = referral.proof.map {
            "<br><span class=\"small\">\(scene.names.proof($0.kind))</span>"
        }
        let reason: HTML? = reasonText(referral).map { "<br><span class=\"small\">\($0)</span>" }
        let suggested: HTML? = referral.suggested.map { body in
            let said = words[.suggests, ["body": scene.names.institution(body)]]
            return "<br><span class=\"small\">\(said)</span>"
        }
        return """
            <b>\(scene.names.state(referral.state))</b>\(unreached(referral))\(proof)\(reason)\(suggested)\
            <ol class="hops" aria-label="\(words[.hops])">\(hops)</ol>\(receipts(referral))
            """
    }

    /// Where the signed receipts of a referral are shown again, and who acknowledged it.
    private func receipts(_ referral: Referral) -> HTML? {
        guard hasVerbs, scene.relation == .owner, referral.hops.contains(where: { $0.state != .drafted })
        else {
            return nil
        }
        let page = Page.caseAcknowledgement(scene.id, referral.id)
        return "<p class=\"small\"><a href=\"\(page.address)\">\(words[.receipts])</a></p>"
    }

    private func unreached(_ referral: Referral) -> HTML? {
        guard referral.isUnreached else { return nil }
        let words = Words<MessagesText>(scene.texts)
        return """
            <br>\(StateMark(.late, words[.unreached]).html(scene.texts))<br>\
            <span class="small">\(words[.unreachedDo])</span>
            """
    }

    private func reasonText(_ referral: Referral) -> String? {
        guard let reason = referral.reason else { return nil }
        switch referral.state {
        case .onHold: return scene.names.code(reason, in: "hold-reasons")
        case .rejected: return scene.names.code(reason, in: "rejection-reasons")
        case .recalled: return scene.names.code(reason, in: "recall-reasons")
        case .drafted, .called, .sent, .delivered, .acknowledged, .accepted, .custodyReceived, .done:
            return nil
        }
    }

    /// What may be done with one referral now, folded behind its receiver.
    private func verbs(_ referral: Referral) -> HTML? {
        let sheets = ReferralSheets(referral: referral, scene: scene).all
        let proof = proofLink(referral)
        guard !sheets.isEmpty || proof != nil else { return nil }
        let isTyped = sheets.contains { scene.memory.isAbout($0.word, $0.about) }
        let drawn: [HTML] = sheets.map { ActSheetView(sheet: $0, scene: scene).html }
        return """
            <details\(Attribute("open", when: isTyped))><summary>\
            \(words[.actOn, ["body": scene.receiver(referral.draft)]])</summary>\
            <div class="pad">\(proof)\(drawn)</div></details>
            """
    }

    /// The page on which a body without accounts says who has it: a code, a link or paper.
    private func proofLink(_ referral: Referral) -> HTML? {
        guard scene.relation == .owner, scene.may(.referral),
            VerbTable.verbs(on: referral, for: scene.acting, scene.relation).contains(.acknowledge)
        else { return nil }
        let page = Page.caseAcknowledgement(scene.id, referral.id)
        return "<p class=\"acts\"><a class=\"btn\" href=\"\(page.address)\">\(words[.askProof])</a></p>"
    }
}
