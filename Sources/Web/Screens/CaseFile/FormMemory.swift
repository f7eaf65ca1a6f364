/// What somebody typed into a form that was refused, so that nothing has to be typed twice.
struct FormMemory: Sendable {
    private let fields: FormFields?
    /// The field that is missing or wrong; nil where it is not the form that is wrong.
    let wrong: ActField?

    /// Nothing typed yet.
    static let empty = FormMemory(nil, wrong: nil)

    init(_ fields: FormFields?, wrong: ActField?) {
        self.fields = fields
        self.wrong = wrong
    }

    /// Whether it was this form: the verb, and what it is about.
    func isAbout(_ word: ActWord, _ about: [(name: String, value: String)]) -> Bool {
        guard let fields, fields[ActForm.actField] == word.text else { return false }
        return about.allSatisfy { fields[$0.name] == $0.value }
    }

    /// The verb that was asked for; nil where nothing was, or it is none of ours.
    var word: ActWord? { fields?[ActForm.actField].flatMap { ActWord($0) } }

    /// What was typed into a field of a form, empty where nothing was.
    func typed(_ name: String) -> String { fields?[name] ?? "" }
}
