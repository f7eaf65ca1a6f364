import Access

/// What somebody with a link typed.
struct AcknowledgementForm: Equatable, Sendable {
    let secret: String
    /// Whether it answers, or only opens.
    let isAnswer: Bool
    let name, post, institution, choice, suggested: String

    init(_ fields: FormFields) {
        func field(_ name: String, _ most: Int = SignerCard.longest) -> String {
            String((fields[name] ?? "").prefix(most))
        }
        secret = Self.secret(in: field(Self.secretField, Self.longestSecret))
        isAnswer = fields[Self.stepField] == Self.answering
        name = field(Self.nameField)
        post = field(Self.postField)
        institution = field(Self.institutionField)
        choice = field(Self.choiceField)
        suggested = field(Self.suggestedField)
    }

    var card: SignerCard { SignerCard(name: name, post: post, institution: institution) }

    /// Nil where none of the answers was chosen.
    var answer: LinkAnswer? {
        if choice == Self.attend { return .attend }
        guard Self.reasons.contains(choice) else { return nil }
        return .reject(reason: choice, suggested: suggested.isEmpty ? nil : suggested)
    }

    /// What is missing.
    var problems: [AcknowledgementText] {
        func isMissing(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
        return (isMissing(name) ? [.nameMissing] : []) + (isMissing(post) ? [.postMissing] : [])
            + (isMissing(institution) ? [.institutionMissing] : []) + (answer == nil ? [.answerMissing] : [])
    }

    /// Whoever pastes the whole link means the part behind the `#`.
    private static func secret(in text: String) -> String {
        text.split(separator: "#").last.map(String.init) ?? ""
    }

    /// The coded reasons that a link may give: the others need somebody who knows the house.
    static let reasons = ["other-zone", "other-body", "no-capacity", "already-referred"]
    static let attend = "attend"
    static let answering = "firmar"
    static let secretField = "clave"
    static let stepField = "paso"
    static let nameField = "nombre"
    static let postField = "cargo"
    static let institutionField = "entidad"
    static let choiceField = "respuesta"
    static let suggestedField = "sugerida"
    private static let longestSecret = 300
}
