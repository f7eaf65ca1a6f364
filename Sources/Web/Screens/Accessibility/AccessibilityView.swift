import Catalog
import HTML
import ReferralDomain

/// Draws the accessibility statement.
struct AccessibilityView {
    let catalog: ProtocolCatalog
    let texts: Texts

    /// The day on which what the page says was last looked at; `docs/accessibility.md` bears the same one.
    static let reviewed = PlainDate(year: 2026, month: 11, day: 28)
    /// The rules that ask for it, as the list of sources knows them.
    static let sources = [
        "ley-28530", "rm-126-2009-pcm", "rs-002-2024-pcm-sgtd", "wcag-2-2", "ds-007-2020-pcm",
    ]

    var document: Document { Document(title: words[.title], frame: .desk(nil), main: main) }

    private var words: Words<AccessibilityText> { Words(texts) }

    private var main: HTML {
        let day = Self.reviewed.map { words[.reviewed, ["day": $0.text]] }
        return """
            <div class="narrow stack prose"><h1>\(words[.title])</h1><p class="lead">\(words[.lead]) \(day ?? "")</p>\
            <h2>\(words[.standard])</h2><p>\(words[.standardText])</p><p>\(words[.standardLaw])</p>\(rules)\
            <h2>\(words[.tested])</h2>\(list(Self.tests))<h2>\(words[.gaps])</h2>\(list(Self.gaps))\
            <h2>\(words[.help])</h2>\(list(Self.help))\
            <p><a href="\(Page.directory(district: nil).address)">\(words[.helpDirectory])</a></p></div>
            """
    }

    private static let tests: [AccessibilityText] = [
        .testedAxe, .testedKeyboard, .testedTree, .testedSize, .testedColour, .testedWords, .testedScript,
    ]
    private static let gaps: [AccessibilityText] = [
        .gapPeople, .gapReaders, .gapLanguages, .gapNames, .gapOwn,
    ]
    private static let help: [AccessibilityText] = [.helpCall, .helpTell, .helpComplain]

    private func list(_ keys: [AccessibilityText]) -> HTML {
        "<ul class=\"list\">\(keys.map { "<li>\(words[$0])</li>" as HTML })</ul>"
    }

    private var rules: HTML {
        let items: [HTML] = Self.sources.compactMap { id in
            catalog.content.sources[Identifier(id)].map { source in
                let state = source.status == .toConfirm ? " (\(words[.toConfirm]))" : ""
                return "<li><span\(texts.inSpanish)>\(source.cite)</span>\(state)</li>"
            }
        }
        return "<ul class=\"list\">\(items)</ul>"
    }
}
