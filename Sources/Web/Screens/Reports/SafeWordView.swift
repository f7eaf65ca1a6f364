import Catalog
import HTML

/// Draws one of the four safe words as a state.
struct SafeWordView {
    let word: SafeWord
    let catalog: ProtocolCatalog

    var html: HTML { StateMark(kind, label).html(catalog.content.texts) }

    var label: String {
        catalog.content.label(of: word.rawValue, in: SafeWord.list) ?? word.rawValue
    }

    /// What the word means.
    var note: String? { catalog.content.codes[.init(SafeWord.list)]?.code(word.rawValue)?.note }

    private var kind: StateMark.Kind {
        switch word {
        case .received: .open
        case .onTheWay: .ok
        case .inGoodHands, .thanks: .done
        }
    }
}
