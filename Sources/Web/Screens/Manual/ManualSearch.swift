import Foundation
import HTML

/// What the manual says of some words: without script on the server, and in `manual.js` without a network.
struct ManualSearch: Equatable, Sendable {
    let typed: String
    let results: [Entry]
    /// How many more there are than are shown.
    let more: Int

    /// One thing that the manual says, and its place on the page.
    struct Entry: Equatable, Sendable {
        let title: String
        let text: String
        let place: String
    }

    /// Finds what has every word, whatever its accents and capitals; nil where nothing was typed.
    init?(_ typed: String, in model: ManualModel) {
        let words = Self.folded(typed).split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty else { return nil }
        let found = model.entries.filter { entry in
            let text = Self.folded(entry.title + " " + entry.text)
            return words.allSatisfy { text.contains($0) }
        }
        self.typed = typed
        results = Array(found.prefix(Self.most))
        more = found.count - results.count
    }

    /// The name of the field.
    static let field = "buscar"
    private static let most = 40

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}

extension ManualModel {
    /// Everything that can be found, in the order of the page.
    var entries: [ManualSearch.Entry] {
        typealias Entry = ManualSearch.Entry
        func at(_ section: ManualSection, _ title: String, _ text: String) -> Entry {
            Entry(title: title, text: text, place: section.rawValue)
        }
        var entries = stages.map {
            at(.route, $0.title, $0.detail + " " + $0.owners.joined(separator: " · "))
        }
        entries += signs.flatMap(\.signs).map { Entry(title: $0.id, text: $0.text, place: $0.id) }
        entries += conduct.map { at(.conduct, $0.do, $0.dont) }
        entries += rights.map { at(.rights, $0.text, "") }
        entries += duties.map {
            at(.duties, "\($0.number).", $0.text + " " + $0.owners.joined(separator: " · "))
        }
        entries += deadlines.map {
            at(.deadlines, $0.duty, [$0.who, $0.to, $0.legal].joined(separator: " · "))
        }
        entries += institutions.map {
            Entry(
                title: [$0.name, $0.short].compactMap { $0 }.joined(separator: " · "),
                text: ([$0.role] + $0.does + [$0.convene]).joined(separator: " "), place: "i-" + $0.id)
        }
        entries += warnings.map {
            at(.warnings, $0.topic, [$0.manualSays, $0.lawSays, $0.do].joined(separator: " "))
        }
        entries += terms.map {
            at(.glossary, [$0.term, $0.short].compactMap { $0 }.joined(separator: " · "), $0.text)
        }
        entries += sources.map {
            Entry(title: $0.cite, text: $0.title + " " + $0.says, place: "f-" + $0.id)
        }
        return entries
    }
}
