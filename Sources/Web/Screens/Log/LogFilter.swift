import CaseRegister
import HTML
import ReferralDomain

/// What the log is narrowed to, as it stands in its address: ids and a day.
struct LogFilter: Equatable, Sendable {
    var account = ""
    var act = ""
    /// As it was typed.
    var day = ""
    /// Only up to this position; nil to begin at the end.
    var upTo: Int64?
    /// Whether what was typed as a day is none.
    var isDayWrong: Bool { !day.isEmpty && DayReading.day(day) == nil }

    static let accountField = "cuenta"
    static let actField = "acto"
    static let dayField = "dia"
    static let upToField = "hasta"
    /// How many acts a page has.
    static let rows = 100
    private static let longestTyped = 64

    init() {}

    init(_ fields: FormFields) {
        account = String((fields[Self.accountField] ?? "").prefix(Self.longestTyped))
        act = String((fields[Self.actField] ?? "").prefix(Self.longestTyped))
        day = String((fields[Self.dayField] ?? "").prefix(Self.longestTyped))
        upTo = fields[Self.upToField].flatMap(Int64.init).flatMap { $0 > 0 ? $0 : nil }
    }

    /// What is asked of the trail: one act more than a page has, to know whether another page follows.
    ///
    /// What cannot be the id of an account is asked for all the same, and finds nothing.
    var question: TrailQuestion? {
        var question = TrailQuestion(most: Self.rows + 1)
        question.upTo = upTo
        if !account.isEmpty {
            guard let actor = try? ActorID(reading: account) else { return nil }
            question.actor = actor
        }
        if !act.isEmpty {
            guard (try? ActorID(reading: act)) != nil else { return nil }
            question.name = act
        }
        if let date = DayReading.day(day) {
            let morning = LimaTime(date: date, hour: 0, minute: 0).instant
            question.from = morning
            question.before = morning.adding(milliseconds: 86_400_000)
        }
        return question
    }

    /// The address of the acts up to a position, under the same filter.
    func address(upTo: Int64?) -> Address {
        .page(
            ["bitacora"],
            query: [
                Self.accountField: account, Self.actField: act, Self.dayField: day,
                Self.upToField: upTo.map { String($0) } ?? "",
            ])
    }
}
