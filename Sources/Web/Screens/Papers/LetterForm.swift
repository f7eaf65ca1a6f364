/// What somebody fills in before a letter is printed. Nothing of it is kept: official numbers are the body's own.
struct LetterForm: Equatable, Sendable {
    var number = ""
    var year = ""
    var body = ""
    var recipient = ""
    var signer = ""
    var annex = ""

    static let fields: [any WritableKeyPath<LetterForm, String> & Sendable] = [
        \.number, \.year, \.body, \.recipient, \.signer, \.annex,
    ]

    init() {}

    init(_ fields: FormFields) {
        for (name, path) in zip(Self.names, Self.fields) {
            self[keyPath: path] = String((fields[name] ?? "").prefix(Self.most))
        }
    }

    /// As the fields are called in a form, in the order of ``fields``.
    static let names = ["numero", "anio", "dependencia", "destinatario", "firmante", "anexo"]
    /// How many characters each may have.
    static let most = 160
}
