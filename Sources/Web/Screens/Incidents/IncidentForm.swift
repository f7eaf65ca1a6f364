import Catalog
import ReferralDomain

/// What the privacy officer says of an incident, as it was typed; nothing of it is kept.
struct IncidentForm: Equatable, Sendable {
    var texts: [Field: String] = [:]
    /// The code of what happened; empty while nobody has said.
    var kind = ""
    /// The codes of the kinds of data.
    var data: Set<String> = []

    /// One line that is typed.
    enum Field: String, CaseIterable, Sendable {
        case body = "entidad"
        case officer = "oficial"
        case knownDay = "dia-conocido"
        case knownHour = "hora-conocida"
        case fromDay = "dia-desde"
        case fromHour = "hora-desde"
        case untilDay = "dia-hasta"
        case untilHour = "hora-hasta"
        case account = "cuenta"
        case people = "personas"
        case consequences = "consecuencias"
        case measures = "medidas"
    }

    static let kindField = "tipo"
    static let dataPrefix = "dato-"
    static let kinds = "incident-kinds"
    static let dataKinds = "incident-data"
    /// How many characters a line may have.
    static let most = 600

    init() {}

    init(_ fields: FormFields, _ content: CatalogContent) {
        for field in Field.allCases {
            texts[field] = String((fields[field.rawValue] ?? "").prefix(Self.most))
        }
        kind =
            fields[Self.kindField].flatMap { content.label(of: $0, in: Self.kinds) == nil ? nil : $0 } ?? ""
        let known = content.codes[.init(Self.dataKinds)]?.codes.map(\.id) ?? []
        data = Set(known.filter { fields[Self.dataPrefix + $0] != nil })
    }

    subscript(field: Field) -> String { texts[field] ?? "" }

    /// When the incident became known; nil where the day or the hour cannot be read.
    var known: Instant? { DayReading.instant(day: self[.knownDay], hour: self[.knownHour]) }

    /// The time that is looked up in the log; nil where an end cannot be read or they run backwards.
    var window: Range<Instant>? {
        guard let from = DayReading.instant(day: self[.fromDay], hour: self[.fromHour]),
            let until = DayReading.instant(day: self[.untilDay], hour: self[.untilHour]), from < until
        else { return nil }
        return from..<until
    }

    enum Fault: Equatable, Sendable { case known, window, kind }

    func faults(at now: Instant) -> [Fault] {
        var found: [Fault] = []
        if kind.isEmpty { found.append(.kind) }
        if known.map({ $0 > now }) ?? true { found.append(.known) }
        if window == nil { found.append(.window) }
        return found
    }
}
