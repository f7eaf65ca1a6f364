import CaseRegister
import HTML
import ReferralDomain

/// What the board is narrowed to, as it stands in its address: ids only, nothing of a person.
struct BoardFilter: Equatable, Sendable {
    /// An institution of the catalogue; nil for all.
    var institution: String?
    /// 0 for danger now; nil for all.
    var harm: Int?
    /// Only cases with a child among their people.
    var onlyChildren = false
    /// Whether what is not late is shown as well.
    var showsAll = false
    /// From 1 on.
    var page = 1

    static let institutionField = "entidad"
    static let harmField = "gravedad"
    static let ageField = "edad"
    static let childrenAge = "nna"
    static let scopeField = "ver"
    static let pageField = "pagina"
    static let allScope = "todo"
    /// How many rows a page has.
    static let rows = 100
    /// The worst and the least harm.
    static let harms = 0...4
    private static let mostPages = 1_000

    init() {}

    /// Reads the query of an address; what it does not know is left out, as if nobody had asked.
    init(_ fields: FormFields, institutions: (String) -> Bool) {
        institution = fields[Self.institutionField].flatMap { institutions($0) ? $0 : nil }
        harm = fields[Self.harmField].flatMap(Int.init).flatMap { Self.harms.contains($0) ? $0 : nil }
        onlyChildren = fields[Self.ageField] == Self.childrenAge
        showsAll = fields[Self.scopeField] == Self.allScope
        page = fields[Self.pageField].flatMap(Int.init).map { min(max($0, 1), Self.mostPages) } ?? 1
    }

    /// What is asked of the lists: one row more than a page has, to know whether another page follows.
    func question(at now: Instant) -> BoardQuestion {
        var question = BoardQuestion(
            now: now, institution: institution, onlyLate: !showsAll, most: Self.rows + 1)
        question.harm = harm
        question.onlyChildren = onlyChildren
        question.from = (page - 1) * Self.rows
        return question
    }

    /// The address of another page of the same board.
    func address(page: Int) -> Address {
        .page(
            ["tablero"],
            query: [
                Self.institutionField: institution ?? "", Self.harmField: harm.map { String($0) } ?? "",
                Self.ageField: onlyChildren ? Self.childrenAge : "",
                Self.scopeField: showsAll ? Self.allScope : "", Self.pageField: String(page),
            ])
    }
}
