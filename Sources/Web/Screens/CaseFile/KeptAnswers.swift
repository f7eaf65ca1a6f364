import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws, to be read and copied, what was typed into a form that the page no longer offers: nothing is lost.
struct KeptAnswers {
    let scene: CaseScene
    /// Every form that the page draws.
    let offered: [ActSheet]

    /// Nil where nothing was typed, or a form of the page holds all of it.
    var html: HTML? {
        guard let word = scene.memory.word else { return nil }
        let sheet = offered.first { scene.memory.isAbout($0.word, $0.about) }
        let fields = ActField.allCases.filter { field in
            let value = scene.memory.typed(field.rawValue)
            return !value.isEmpty && !(sheet?.holds(field, value, scene.names) ?? false)
        }
        let lines = fields.compactMap { line($0, KeptWords(word: word, scene: scene)) }
        return Self.box(lines + (sheet == nil ? boxes : []), scene.texts)
    }

    /// The lines in a box of their own; nil for none.
    static func box(_ lines: [(label: String, value: HTML)], _ texts: Texts) -> HTML? {
        guard !lines.isEmpty else { return nil }
        return """
            <section class="box" id="escrito" aria-labelledby="escrito-h"><h2 id="escrito-h">\(texts[CaseText.kept])</h2>\
            <p class="hint">\(texts[CaseText.keptHint])</p>\(FactsList(lines).html)</section>
            """
    }

    private func line(_ field: ActField, _ words: KeptWords) -> (label: String, value: HTML)? {
        words.label(of: field).map { ($0, "\(words.value(of: field))") }
    }

    /// The channels that were ticked.
    private var boxes: [(label: String, value: HTML)] {
        let ticked = Channel.allCases.filter { scene.memory.typed(ActField.allowed($0.rawValue)) == "yes" }
        guard !ticked.isEmpty else { return [] }
        let names = ticked.map(scene.names.channel).joined(separator: ", ")
        return [(scene.texts[PersonText.channels], "\(names)")]
    }
}

extension ActSheet {
    /// Whether the form shows what was typed into a field.
    fileprivate func holds(_ field: ActField, _ value: String, _ names: CatalogNames) -> Bool {
        if about.contains(where: { $0.name == field.rawValue }) { return true }
        if [.declaredDay, .declaredHour].contains(field) { return mayBeEarlier && !parts.isEmpty }
        return parts.contains { part in
            switch part {
            case .code(let own, let list): own == field && names.options(of: list).contains { $0.id == value }
            case .text(let own, _, _), .day(let own, _), .yesNo(let own, _): own == field
            case .instant(let day, let hour, _): day == field || hour == field
            case .choice(let own, _, let options): own == field && options.contains { $0.id == value }
            case .boxes: false
            }
        }
    }
}
