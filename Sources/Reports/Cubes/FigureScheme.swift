/// Which cubes there are: what is counted, by what, and in which tables.
///
/// Made from the catalogue before anything is counted, so that no table is chosen by looking at the cases.
public struct FigureScheme: Hashable, Sendable {
    /// Raised whenever a table, a dimension or a rule of counting changes.
    public static let edition = "figures-1"
    public static let unknown = "unknown"

    public let period: FigurePeriod
    /// The six digits of every district.
    public let districts: [String]
    /// The institutions of the catalogue.
    public let institutions: [String]
    public let police: Set<String>
    public let prosecutors: Set<String>
    public let childProtection: String
    /// The step with which the prosecutor comes.
    public let prosecutorStep: String

    public init(_ period: FigurePeriod, places: (districts: [String], institutions: [String]), bodies: Bodies)
    {
        self.period = period
        districts = places.districts + [Self.unknown]
        institutions = places.institutions
        police = bodies.police
        prosecutors = bodies.prosecutors
        childProtection = bodies.childProtection
        prosecutorStep = bodies.prosecutorStep
    }

    /// What the protocol calls those that figures name apart.
    public struct Bodies: Hashable, Sendable {
        public var police: Set<String> = ["pnp-station", "pnp-trafficking", "pnp-105"]
        public var prosecutors: Set<String> = ["fistrap", "duty-prosecutor"]
        public var childProtection = "upe"
        public var prosecutorStep = "prosecutor-attends"

        public init() {}
    }

    /// All cubes, in the order in which they are shown.
    public var cubes: [FigureCube] { [cases, people, children, complaints, referrals, duties] }

    public func cube(_ id: String) -> FigureCube? { cubes.first { $0.id == id } }

    /// The months of the period, such as `2026-07`.
    var months: [String] {
        period.months.map { "\(period.year)-\($0 < 10 ? "0" : "")\($0)" }
    }

    static let forms = ["sexual", "labour", "begging", "other", "several", unknown]
    static let ages = ["minor", "doubted", "adult", unknown]
    static let genders = ["woman", "man", "diverse", unknown]
    static let nationalities = ["peruvian", "foreign", unknown]
    static let stages = ["reported", "claimed", "referred", "acknowledged", "protected"]
    static let outcomes = ["open", "plan-met", "ruled-out", "other-closed"]
    static let presences = ["present", "told", "not-told"]
    static let retellings = ["none", "once", "more"]
    static let gaps = ["none", "under-hour", "hour-or-more", "no-record"]
    static let measures = ["day", "later", "none"]
    static let bodies = ["police", "prosecutor"]
    static let answers = ["quarter-hour", "hour", "day", "later", "none"]
    static let clocks = ["late", "in-time"]

    private var cases: FigureCube {
        let known = ["district", "month", "form", "age", "gender", "nationality"]
        let pairs = known.indices.flatMap { one in
            known.indices.dropFirst(one + 1).map { [known[one], known[$0]] }
        }
        let fairness = ["district", "nationality", "gender"].map { [$0, "outcome"] }
        let count = Self.stages.count
        return FigureCube(
            "cases",
            [
                FigureDimension("district", of: 0, values: districts),
                FigureDimension("month", of: 1, values: months),
                FigureDimension("form", of: 2, values: Self.forms),
                FigureDimension("age", of: 3, values: Self.ages),
                FigureDimension("gender", of: 4, values: Self.genders),
                FigureDimension("nationality", of: 5, values: Self.nationalities),
                FigureDimension("claimed", of: 6, from: 1, of: count),
                FigureDimension("referred", of: 6, from: 2, of: count),
                FigureDimension("acknowledged", of: 6, from: 3, of: count),
                FigureDimension("protected", of: 6, from: 4, of: count),
                FigureDimension("outcome", of: 7, values: Self.outcomes),
                FigureDimension("prosecutor", of: 8, values: Self.presences),
            ],
            tables: pairs + fairness + [["form", "age", "gender"]]
                + ["claimed", "referred", "acknowledged", "protected", "prosecutor"].map { [$0] })
    }

    private var people: FigureCube {
        FigureCube(
            "people",
            [
                FigureDimension("age", of: 0, values: Self.ages),
                FigureDimension("form", of: 1, values: Self.forms),
                FigureDimension("retold", of: 2, values: Self.retellings),
                FigureDimension("gap", of: 3, values: Self.gaps),
            ], tables: [["age", "form"], ["age", "retold"], ["age", "gap"]])
    }

    private var children: FigureCube {
        FigureCube(
            "children", [FigureDimension("measure", of: 0, values: Self.measures)], tables: [["measure"]])
    }

    private var complaints: FigureCube {
        FigureCube(
            "complaints",
            [
                FigureDimension("body", of: 0, values: Self.bodies),
                FigureDimension("district", of: 1, values: districts),
                FigureDimension("month", of: 2, values: months),
                FigureDimension("form", of: 3, values: Self.forms),
            ], tables: [["body", "month"], ["body", "form"], ["form", "month"], ["district"]])
    }

    private var referrals: FigureCube {
        FigureCube(
            "referrals",
            [
                FigureDimension("institution", of: 0, values: institutions),
                FigureDimension("month", of: 1, values: months),
                FigureDimension("answer", of: 2, values: Self.answers),
            ], tables: [["institution", "answer"], ["institution", "month"], ["answer", "month"]])
    }

    private var duties: FigureCube {
        FigureCube(
            "duties",
            [
                FigureDimension("institution", of: 0, values: institutions),
                FigureDimension("clock", of: 1, values: Self.clocks),
            ], tables: [["institution", "clock"]])
    }
}
