import Access
import Catalog
import HTML
import ReferralDomain

/// Draws the keys of a unit's programs, and the forms to make one and to end one.
struct KeysView {
    let tokens: [APIToken]
    let outcome: Outcome
    let now: Instant
    let head: StaffHead
    let texts: Texts
    /// What was typed into a field, where the page is shown again.
    let typed: (String) -> String

    /// What became of what was asked.
    enum Outcome {
        case nothing, done, unknown, broken, labelWrong, daysWrong, scopesWrong
        case made(APITokenDesk.Made)

        init(_ failure: APITokenDesk.Failure) {
            self =
                switch failure {
                case .label: .labelWrong
                case .days: .daysWrong
                case .scopes: .scopesWrong
                case .unknown: .unknown
                case .fault: .broken
                }
        }

        var isGood: Bool {
            switch self {
            case .nothing, .done, .made: true
            case .unknown, .broken, .labelWrong, .daysWrong, .scopesWrong: false
            }
        }
    }

    var document: Document {
        Document(
            title: words[.title], frame: .staff(head),
            main: """
                <div class="wrap stack"><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p>\
                \(note)\(made)\(list)\(makeForm)<p class="hint">\(words[.directory])</p></div>
                """)
    }

    private var words: Words<KeysText> { Words(texts) }

    private var note: HTML? {
        let word: KeysText
        switch outcome {
        case .nothing, .made: return nil
        case .done: return "<div class=\"note\" role=\"status\"><p>\(words[.done])</p></div>"
        case .unknown: word = .unknown
        case .broken: word = .broken
        case .labelWrong: word = .labelWrong
        case .daysWrong: word = .daysWrong
        case .scopesWrong: word = .scopesWrong
        }
        return "<div class=\"note late\" role=\"alert\"><p>\(words[word])</p></div>"
    }

    /// The one time that a key is shown.
    private var made: HTML? {
        guard case .made(let made) = outcome else { return nil }
        return """
            <section class="box" role="status" aria-labelledby="made"><h2 id="made">\
            \(words[.madeTitle, ["label": made.token.label]])</h2><p>\(words[.madeLead])</p>\
            <p><code>\(made.secret)</code></p></section>
            """
    }

    private var list: HTML {
        guard !tokens.isEmpty else { return "<p>\(words[.none])</p>" }
        return "<section class=\"box\"><ul class=\"plainlist\">\(tokens.map(item))</ul></section>"
    }

    private func item(_ token: APIToken) -> HTML {
        let isLive = token.isLive(at: now)
        let word: KeysText = isLive ? .active : token.revoked == nil ? .expired : .ended
        let used = token.lastUsed.map { words[.lastUsed, ["day": $0.text]] } ?? words[.neverUsed]
        let scopes = APIScope.allCases.filter(token.scopes.contains).map(name).joined(separator: " · ")
        return """
            <li><b>\(token.label)</b> · <span class="state \(isLive ? "ok" : "done")">\(words[word])</span><br>\
            <span class="small">\(scopes)</span><br><span class="small muted">\(words[.until]) \
            \(token.expires.dayText) · \(used)</span>\(isLive ? endForm(token) : nil)</li>
            """
    }

    private func name(_ scope: APIScope) -> String {
        switch scope {
        case .referrals: words[.scopeReferrals]
        case .htcds: words[.scopeHTCDS]
        case .calendar: words[.scopeCalendar]
        }
    }

    /// Folded, so that no key is ended by a slip of the hand.
    private func endForm(_ token: APIToken) -> HTML {
        """
        <details><summary>\(words[.change, ["label": token.label]])</summary>\
        \(form(.end, """
            \(ActForm.hidden(KeysRoutes.keyField, token.id))<p class="hint">\(words[.endHint])</p>
            """, button: words[.end], isQuiet: true))</details>
        """
    }

    private var makeForm: HTML {
        let label = TextField(
            name: KeysRoutes.labelField, label: words[.label], value: typed(KeysRoutes.labelField),
            hint: words[.labelHint], most: 32)
        let days = TextField(
            name: KeysRoutes.daysField, label: words[.days],
            value: typed(KeysRoutes.daysField).isEmpty ? Self.usualDays : typed(KeysRoutes.daysField),
            hint: words[.daysHint], most: 3, isShort: true, isNumeric: true)
        return """
            <section class="box" aria-labelledby="make"><h2 id="make">\(words[.make])</h2>\
            <p>\(words[.makeLead])</p>\(form(
                .make, label.html(id: "label") + scopes + days.html(id: "days"), button: words[.makeButton])
            )</section>
            """
    }

    private var scopes: HTML {
        let boxes: [HTML] = APIScope.allCases.map { scope in
            let field = KeysRoutes.field(scope)
            return """
                <label><input type="checkbox" name="\(field)" value="yes"\
                \(Attribute("checked", when: typed(field) == "yes"))><span>\(name(scope))</span></label>
                """
        }
        return "<fieldset class=\"radios\"><legend>\(words[.scopes])</legend>\(boxes)</fieldset>"
    }

    private func form(
        _ act: KeysRoutes.Act, _ content: HTML, button: String, isQuiet: Bool = false
    ) -> HTML {
        """
        <form method="post" action="\(Page.plain(.keys).address)" autocomplete="off">\
        \(FormToken(head.formToken).html)\(ActForm.hidden(ActForm.actField, act.rawValue))\(content)\
        <p class="gap-top"><button\(isQuiet ? Attribute("class", "quiet tight") : nil)>\(button)</button></p></form>
        """
    }

    /// Three months.
    private static let usualDays = "90"
}
