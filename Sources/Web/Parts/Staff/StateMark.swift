import Catalog
import HTML

/// A state as people see it everywhere: a shape, a word and a colour, never the colour alone.
struct StateMark: Equatable, Sendable {
    let kind: Kind
    /// A word of its own, such as "Acusó 22:15"; nil for the usual one.
    let word: String?

    init(_ kind: Kind, _ word: String? = nil) {
        self.kind = kind
        self.word = word
    }

    /// The seven states; the raw value is the class that draws the shape.
    enum Kind: String, CaseIterable, Sendable {
        case ok, soon, late, danger, done, paused, open

        var key: DeskText {
            switch self {
            case .ok: .ok
            case .soon: .soon
            case .late: .late
            case .danger: .danger
            case .done: .done
            case .paused: .paused
            case .open: .open
            }
        }
    }

    func html(_ texts: Texts) -> HTML {
        "<span class=\"state \(kind.rawValue)\">\(word ?? texts[kind.key])</span>"
    }
}
