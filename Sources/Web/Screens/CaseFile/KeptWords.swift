import CaseRegister
import Catalog

/// What the fields of a form are called, and what was chosen in them, in words.
struct KeptWords {
    let word: ActWord
    let scene: CaseScene

    private var names: CatalogNames { scene.names }
    private func typed(_ field: ActField) -> String { scene.memory.typed(field.rawValue) }

    /// Nil for what nobody types: ids and places to go back to.
    func label(of field: ActField) -> String? {
        if let list = list(of: field) {
            return field == .reason ? scene.words[.keptReason] : names.title(of: list)
        }
        if field == .day { return day }
        if field == .value { return names.fact(typed(.fact)) }
        return Self.ofCase[field].map { scene.texts[$0] } ?? Self.ofPerson[field].map { scene.texts[$0] }
            ?? Self.ofDesk[field].map { scene.texts[$0] }
    }

    /// What was typed; a code by its words.
    func value(of field: ActField) -> String {
        let typed = typed(field)
        if let list = list(of: field) { return names.code(typed, in: list) }
        if Self.institutions.contains(field) { return names.institution(typed) }
        if Self.choices.contains(field) {
            return scene.texts[typed == "yes" ? CommonText.yes : CommonText.no]
        }
        if field == .duty { return names.duty(typed) }
        if field == .age { return PersonAge(rawValue: typed).map(scene.age) ?? typed }
        if field == .obligation { return obligation(typed) }
        if field == .value { return names.value(typed, of: self.typed(.fact)) }
        return typed
    }

    /// What an obligation is about, never its id: it may be gone by now.
    private func obligation(_ id: String) -> String {
        if let owed = scene.obligations.first(where: { $0.id == id }) {
            return "\(names.institution(owed.institution)): \(names.kind(owed.kind))"
        }
        let subject = id.prefix { $0 != "." }
        let kind = subject.prefix { $0 != "-" }
        return Obligation.Kind(rawValue: String(kind)).map(names.kind) ?? names.duty(String(subject))
    }

    /// What the day of a form is the day of.
    private var day: String {
        switch word {
        case .file, .referral(.hold): scene.words[.reviewOn]
        case .referral, .person(.doDuty), .person(.monitor): scene.words[.documentDay]
        case .person: scene.texts[PersonText.goalDay]
        }
    }

    /// The coded list behind a field; nil where it has none.
    private func list(of field: ActField) -> String? { field == .reason ? reasons : Self.lists[field] }

    private static let ofCase: [ActField: CaseText] = [
        .code: .mergeCode, .age: .age, .obligation: .whichClock, .answered: .answered, .post: .post,
        .suggested: .suggested, .document: .document,
    ]

    private static let ofPerson: [ActField: PersonText] = [
        .institution: .body, .length: .days, .from: .fromHour, .before: .beforeHour,
        .namesInstitution: .mayName, .understood: .didUnderstand, .responsible: .responsible, .duty: .duty,
        .month: .month, .text: .sealText,
    ]

    private static let ofDesk: [ActField: DeskText] = [
        .declaredDay: .day, .hour: .hour, .declaredHour: .hour,
    ]

    private static let lists: [ActField: String] = [
        .channel: "channels", .purpose: "consent-purposes", .override: "override-codes",
        .language: "languages", .goal: "goals", .sealedField: "fields", .verdict: "glass-verdicts",
    ]

    private static let institutions: Set<ActField> = [.institution, .responsible, .suggested]
    private static let choices: Set<ActField> = [.answered, .namesInstitution, .understood]

    private var reasons: String? {
        switch word {
        case .file(.pause): "pause-reasons"
        case .file(.askClosing), .file(.close): "closing-reasons"
        case .file(.reopen): "reopening-reasons"
        case .referral(.reject): "rejection-reasons"
        case .referral(.hold): "hold-reasons"
        case .referral(.recall): "recall-reasons"
        case .person(.shred): "shred-reasons"
        case .person(.endCustody): "custody-end-reasons"
        case .person(.countRetelling): "retelling-reasons"
        case .person(.askRelease), .person(.release): "release-reasons"
        case .file, .referral, .person: nil
        }
    }
}
