import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the queue: the rows, the chosen case in the middle, its clocks and calls at the right.
struct QueueView {
    let model: QueueModel
    let head: StaffHead
    let names: CatalogNames

    private var words: Words<QueueText> { Words(names.texts) }

    /// The name of the field that chooses a case.
    static let caseField = "caso"

    var document: Document {
        Document(title: words[.title], frame: .staff(head), main: main)
    }

    private var main: HTML {
        """
        <h1 class="hide">\(words[.title])</h1>\
        <div class="cols control" data-live="\(PagePattern.queueLive.rawValue)" \
        data-now="\(model.now.millisecondsSinceEpoch)">\
        <section class="panel left bare" aria-labelledby="q">\(top)<div data-part="queue">\(list)</div>\
        \(noMessages)<p class="pad small"><a href="\(Page.plain(.handover).address)">\(words[.handover])</a></p>\
        <p class="pad small"><a href="\(Page.plain(.streetSheet).address)">\(Words<StreetSheetText>(names.texts)[.entryTitle])</a></p>\
        \(bringing)</section>\
        <section class="panel stack" id="caso" data-part="case">\(middle)</section>\
        <div class="panel right" data-part="clocks">\(right)</div></div>\(keys)
        """
    }

    /// Only whoever manages cases brings them in by the file.
    private var bringing: HTML? {
        guard head.leads(to: .bringing) else { return nil }
        let address = Page.plain(.bringing).address
        return
            "<p class=\"pad small\"><a href=\"\(address)\">\(Words<BringingText>(names.texts)[.open])</a></p>"
    }

    private var noMessages: HTML? {
        guard model.hasNoMessages else { return nil }
        return "<p class=\"pad small muted\">\(Words<MessagesText>(names.texts)[.noMessages])</p>"
    }

    private var top: HTML {
        """
        <div class="pad"><h2 id="q">\(words[.title]) <small class="muted" data-part="count">\(count)</small></h2>\
        <button class="quiet tight gap-top" type="button" data-tone data-on="\(words[.toneOn])" \
        data-off="\(words[.toneOff])" hidden>\(words[.toneOn])</button></div>\
        <p class="pad small" role="status" data-fresh-note data-word="\(words[.fresh])"></p>\
        <p class="note soon" role="alert" data-live-note hidden>\(words[.notLive])</p>
        """
    }

    private var count: String {
        let open = words[.count, ["count": String(model.count.open)]]
        guard model.count.late > 0 else { return open }
        return open + " · " + words[.late, ["count": String(model.count.late)]]
    }

    private var list: HTML {
        if model.rows.isEmpty, model.page == 1 {
            return "<p class=\"pad\"><b>\(words[.empty])</b> \(words[.emptyDo])</p>"
        }
        let rows: [HTML] = model.rows.map { row in
            let view = QueueRowView(
                row: row, mark: model.mark(row), address: address(of: row), now: model.now, names: names,
                isChosen: row.id == model.selected?.id, isUnreached: model.unreached.contains(row.id))
            return "<li>\(view.html)</li>"
        }
        return "<ol class=\"rows\">\(rows)</ol>\(pages)"
    }

    /// The row that is chosen stays on the page on which it stands.
    private func address(of row: QueueRow) -> Address {
        (model.page == 1 ? Page.queueCase(row.id) : .queuePageCase(row.id, page: model.page)).address
    }

    /// The way to what can wait longer, and back.
    private var pages: HTML? {
        guard model.page > 1 || model.hasMore else { return nil }
        let ways: [(Int, QueueText)] =
            (model.page > 1 ? [(model.page - 1, .earlier)] : [])
            + (model.hasMore ? [(model.page + 1, .later)] : [])
        let links: [HTML] = ways.map { page, word in
            "<a class=\"btn quiet\" href=\"\(Page.queuePage(page).address)\">\(words[word])</a>"
        }
        let name = words[.page, ["page": String(model.page)]]
        return """
            <nav class="acts pad" aria-label="\(name)">\(links)<span class="small muted">\(name)</span></nav>
            """
    }

    private var middle: HTML? {
        model.selected.map { QueueCaseView(scene: $0).html }
    }

    private var right: HTML? {
        guard let scene = model.selected else { return nil }
        let code = scene.state.reference?.text ?? ""
        return """
            <section aria-labelledby="r"><h2 id="r">\(words[.clocksOf, ["code": code]])</h2>\
            \(CaseClocksView(scene: scene, most: Self.mostClocks).html)\(moreClocks(scene))</section>\
            \(CallPanelView(scene: scene).html)
            """
    }

    /// The clocks that end later stand on the page of the case, so that the call stays in sight.
    private func moreClocks(_ scene: CaseScene) -> HTML? {
        let count = scene.obligations.count - Self.mostClocks
        guard count > 0 else { return nil }
        let said = words[.moreClocks, ["count": String(count)]]
        return "<p class=\"small gap-top\"><a href=\"\(Page.caseFile(scene.id).address)\">\(said)</a></p>"
    }

    private static let mostClocks = 4

    private var keys: HTML {
        let shown: [(String, QueueText)] = [
            ("J K", .keyMove), ("A", .keyTake), ("L", .keyCall), ("D", .keyRefer), ("U", .keyMerge),
            ("S", .keySupervisor),
        ]
        let caps: [HTML] = shown.map { key, word in "<li><kbd>\(key)</kbd> \(words[word])</li>" }
        return """
            <ul class="keys keybar pad" aria-label="\(words[.keys])">\(caps)\
            <li class="last">\(KeysSwitch(texts: names.texts).html)</li></ul>
            """
    }
}

/// Draws one case of the queue as a link.
struct QueueRowView {
    let row: QueueRow
    let mark: StateMark
    /// Where the case is chosen.
    let address: Address
    let now: Instant
    let names: CatalogNames
    /// Whether it is the case that stands beside the queue.
    let isChosen: Bool
    /// Whether a message about it reached nobody.
    var isUnreached = false

    private var words: Words<QueueText> { Words(names.texts) }

    var html: HTML {
        let face = row.next.map { ClockFace($0, now: now) }
        return """
            <a class="\(row.harm == 0 ? "row now" : "row")" href="\(address)" \
            data-case="\(row.id.text)"\(current)><span class="code">\(row.reference.text)</span> \
            <span class="r">\(clock(face))</span> <span>\(what)</span> \
            <span class="r">\(mark.html(names.texts))</span> <span class="muted">\(place)</span>\
            \(duress)\(unreached)\(face.flatMap { Fuse(face: $0).html })</a>
            """
    }

    /// What must be seen before anybody calls.
    private var duress: HTML? {
        guard row.isUnderDuress else { return nil }
        return " <span class=\"r\">\(IntakeMarksView(texts: names.texts).duressMark)</span>"
    }

    private var unreached: HTML? {
        guard isUnreached else { return nil }
        let word = Words<MessagesText>(names.texts)[.unreached]
        return " <span class=\"r\">\(StateMark(.late, word).html(names.texts))</span>"
    }

    private var current: Attribute? {
        Attribute("aria-current", "true", when: isChosen)
    }

    private var place: String { row.district.map(names.district) ?? words[.noPlace] }

    /// A case without a clock shows how long it has been there.
    private func clock(_ face: ClockFace?) -> HTML {
        if let face, face.due != nil { return ClockText(face: face, texts: names.texts).html }
        let age = max(0, now.millisecondsSinceEpoch - row.opened.millisecondsSinceEpoch)
        return """
            <span class="clock">\(words[.ago, ["length": ClockText.length(age, names.texts)]])</span>
            """
    }

    private var what: String {
        if row.owner == nil { return words[.take] }
        guard let next = row.next else { return words[.nothing] }
        return words[
            .whatNow, ["body": names.institution(next.institution), "what": names.kind(next.kind)]]
    }
}
