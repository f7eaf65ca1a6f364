import CaseRegister
import Catalog
import ReferralDomain

/// What may stand in the columns that Ruta adds: words of the catalogue, never a sentence.
struct HTCDSWords {
    let catalog: ProtocolCatalog
    let now: Instant

    /// - Throws: what is wrong with it.
    func canonical(_ text: String, of column: HTCDSExtension) throws(HTCDSFinding.Kind) -> String {
        switch column {
        case .district:
            guard catalog.content.districts[Identifier(text)] != nil else { throw .district }
            return text
        case .seenAt, .reportedAt, .sentAt, .acknowledgedAt, .acceptedAt, .doneAt, .reflectionUntil:
            guard let instant = Instant(rfc3339: text) else { throw .date }
            guard column == .reflectionUntil || instant <= now else { throw .future }
            guard LimaTime(instant).date.year >= Self.firstYear else { throw .tooEarly }
            return LimaTime(instant).rfc3339
        case .age, .gender, .people, .state:
            guard let value = HTCDSSpelling.value(text, in: Self.values(of: column)) else { throw .choice }
            return value
        case .facts: return try facts(text)
        case .signs: return try signs(text)
        case .caseID, .caseCode, .referralID, .personID, .step, .institution, .reason, .term, .consents,
            .custody, .retaConducts, .retaMeans, .retaRelated:
            guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw .tooLong
            }
            return text
        }
    }

    func isFuture(_ day: PlainDate) -> Bool { day > LimaTime(now).date }

    static func values(of column: HTCDSExtension) -> [String] {
        switch column {
        case .age: PersonAge.allCases.map(\.rawValue)
        case .gender: HTCDSCrosswalk.genders.map(\.ours)
        case .people: PeopleCount.allCases.map(\.rawValue)
        case .state: ReferralState.allCases.map(\.rawValue)
        case .caseID, .caseCode, .referralID, .personID, .district, .seenAt, .reportedAt, .facts, .signs,
            .step, .institution, .sentAt, .acknowledgedAt, .acceptedAt, .doneAt, .reason, .term, .consents,
            .reflectionUntil, .custody, .retaConducts, .retaMeans, .retaRelated:
            []
        }
    }

    /// `danger=yes;age=minor`: facts that people answer, once each.
    private func facts(_ text: String) throws(HTCDSFinding.Kind) -> String {
        var seen: Set<String> = []
        for part in text.split(separator: HTCDSRow.separator) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, let fact = catalog.content.facts[Identifier(sides[0])],
                fact.asked != .derived, fact.position(ofValue: sides[1]) != nil,
                seen.insert(sides[0]).inserted
            else { throw .fact }
        }
        return text
    }

    private func signs(_ text: String) throws(HTCDSFinding.Kind) -> String {
        var seen: Set<String> = []
        for part in text.split(separator: HTCDSRow.separator).map(String.init) {
            guard catalog.content.indicators[Identifier(part)] != nil, seen.insert(part).inserted else {
                throw .sign
            }
        }
        return text
    }

    /// No report is older.
    static let firstYear = 1_970

    private static let longest = 1_024
}
