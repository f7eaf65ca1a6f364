import Access
import CaseRegister
import HTML
import ReferralDomain

/// What the log is narrowed to, as it stands in its address: ids and a day.
struct LogFilter: Equatable, Sendable {
    var book = Book.leaves
    var account = ""
    var unit = ""
    var act = ""
    /// As it was typed.
    var day = ""
    /// Only up to this position; nil to begin at the end.
    var upTo: Int64?

    /// The two books that an auditor reads.
    enum Book: String, CaseIterable, Sendable {
        /// Who looked at what, and who keeps the house.
        case leaves = "hojas"
        /// What was done in cases.
        case journal = "diario"
    }

    static let bookField = "libro"
    static let accountField = "cuenta"
    static let unitField = "unidad"
    static let actField = "acto"
    static let dayField = "dia"
    static let upToField = "hasta"
    /// How many rows a page has.
    static let rows = 100
    private static let longestTyped = 64

    init() {}

    init(_ fields: FormFields) {
        func typed(_ name: String) -> String { String((fields[name] ?? "").prefix(Self.longestTyped)) }
        book = fields[Self.bookField].flatMap(Book.init) ?? .leaves
        account = typed(Self.accountField)
        unit = typed(Self.unitField)
        act = typed(Self.actField)
        day = typed(Self.dayField)
        upTo = fields[Self.upToField].flatMap(Int64.init).flatMap { (1..<Int64.max).contains($0) ? $0 : nil }
    }

    /// Whether what was typed as a day is none.
    var isDayWrong: Bool { !day.isEmpty && DayReading.day(day) == nil }

    /// What is asked of the journal: one act more than a page has, to know whether another page follows.
    ///
    /// Nil where something was typed that no account and no act can be called: then there is nothing to find.
    var question: TrailQuestion? {
        guard areWords else { return nil }
        var question = TrailQuestion(most: Self.rows + 1)
        question.upTo = upTo
        question.actor = try? ActorID(reading: account)
        question.name = act.isEmpty ? nil : act
        question.from = span?.from
        question.before = span?.until
        return question
    }

    /// What is asked of the leaves; nil as for the journal.
    var audit: AuditFilter? {
        guard areWords else { return nil }
        var filter = AuditFilter(
            actor: try? ActorID(reading: account), action: act.isEmpty ? nil : act,
            before: upTo.map { $0 + 1 }, most: Self.rows + 1)
        filter.unit = try? UnitID(reading: unit)
        filter.from = span?.from
        filter.until = span?.until
        return filter
    }

    /// The address of the rows up to a position, under the same filter.
    func address(upTo: Int64?) -> Address { address(of: book, upTo: upTo) }

    /// The address of a book under the same filter.
    func address(of book: Book, upTo: Int64? = nil) -> Address {
        .page(
            ["bitacora"],
            query: [
                Self.bookField: book.rawValue, Self.accountField: account, Self.unitField: unit,
                Self.actField: act, Self.dayField: day, Self.upToField: upTo.map { String($0) } ?? "",
            ])
    }

    private var areWords: Bool {
        [account, unit, act].allSatisfy { $0.isEmpty || (try? ActorID(reading: $0)) != nil }
    }

    private var span: (from: Instant, until: Instant)? {
        DayReading.day(day).map { day in
            let morning = LimaTime(date: day, hour: 0, minute: 0).instant
            return (morning, morning.adding(milliseconds: 86_400_000))
        }
    }
}
