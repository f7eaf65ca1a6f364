/// A text of a request with places for ids, read once: filling it in costs no search.
struct MatrixText: Sendable {
    private let pieces: [Piece]

    private enum Piece: Sendable {
        case text(String)
        case slot(MatrixSlot)

        var isSlot: Bool {
            if case .slot = self { return true }
            return false
        }
    }

    /// Whether it says the same about every object.
    var isPlain: Bool { !pieces.contains(where: \.isSlot) }

    /// - Parameter text: such as `/casos/:case`; `:name` stays as it is.
    init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while !rest.isEmpty {
            let found = MatrixSlot.allCases.first { rest.hasPrefix($0.rawValue) }
            if let found {
                pieces.append(.slot(found))
                rest = rest.dropFirst(found.rawValue.count)
            } else {
                let end = rest.dropFirst().firstIndex(of: ":") ?? rest.endIndex
                pieces.append(.text(String(rest[..<end])))
                rest = rest[end...]
            }
        }
        self.pieces = pieces
    }

    /// The text about an object.
    func filled(with object: MatrixObject) -> String {
        var filled = ""
        for piece in pieces {
            switch piece {
            case .text(let text): filled += text
            case .slot(let slot): filled += object[slot]
            }
        }
        return filled
    }
}

/// A place for an id in a request.
enum MatrixSlot: String, CaseIterable, Sendable {
    // The longer of two names that begin alike comes first.
    case reference = ":reference"
    case referral = ":referral"
    case person = ":person"
    case file = ":case"
}
