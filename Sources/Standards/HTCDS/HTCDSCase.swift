public import CaseRegister
public import Catalog
import Crypto
public import ReferralDomain
import RouteEngine

/// One case of a file, as the register takes it in: a report like that of a guard, under an id that is always the same.
public struct HTCDSCase: Sendable {
    /// Where its first row stands in the file.
    public let line: Int
    public let report: StreetReport

    /// Whether its id was drawn by a house of Ruta, and is not a word of another office.
    public let hasOwnID: Bool

    /// The cases of a file that are not closed there.
    ///
    /// - Parameter office: whose words the ids are: two offices that number from 1 mean other cases; nil on the command line.
    public static func all(
        in lines: [HTCDSReading.Line], under catalog: ProtocolCatalog, at now: Instant,
        from office: String? = nil
    ) -> [HTCDSCase] {
        open(in: lines).compactMap { HTCDSCase($0, catalog, now, office) }
    }

    /// The first row of each case that is not closed in the file.
    static func open(in lines: [HTCDSReading.Line]) -> [HTCDSReading.Line] {
        var seen: Set<String> = []
        return lines.filter { seen.insert($0.row[.caseID]).inserted && !isClosed($0.row) }
    }

    private init?(
        _ line: HTCDSReading.Line, _ catalog: ProtocolCatalog, _ now: Instant, _ office: String?
    ) {
        self.line = line.number
        let row = line.row
        hasOwnID = (try? CaseID(reading: row[.caseID])) != nil
        let facts = Self.facts(of: row)
        let signs = row.parts(of: HTCDSExtension.signs.rawValue)
        let district = Self.district(of: row, catalog.content)
        let seen = Self.seen(row)
        var answers = Dictionary(uniqueKeysWithValues: facts.map { (Identifier<Fact>($0.key), $0.value) })
        for sign in signs.compactMap({ catalog.content.indicators[Identifier($0)] }) {
            for implied in sign.implies where answers[implied.fact] == nil {
                answers[implied.fact] = implied.value
            }
        }
        let situation = Situation(
            district: district.map { Identifier($0) }, at: seen ?? now, answers: answers)
        guard let route = try? catalog.route(of: situation),
            let report = try? StreetReport(
                id: try Self.id(of: row, from: office),
                saw: StreetReport.Sighting(
                    district: district, facts: facts.map { StreetReport.Answer($0.key, $0.value) },
                    signs: signs, people: PeopleCount(rawValue: row[.people]) ?? .unknown, claimedAt: seen),
                advised: StreetReport.Advice(
                    level: route.level.id.text,
                    requiredSteps: route.allSteps.filter(\.status.isRequired).map(\.step.id.text)),
                by: StreetReport.Source(version: catalog.edition.version, hash: catalog.hash))
        else { return nil }
        self.report = report
    }

    /// What all rows of one case must say alike.
    static let sharedColumns = [
        HTCDSExtension.district.rawValue, HTCDSExtension.seenAt.rawValue, HTCDSExtension.facts.rawValue,
        HTCDSExtension.signs.rawValue, HTCDSExtension.people.rawValue, "hte_Date", "hte_City",
        "vic_TypeOfExploitation", "cas_Status",
    ]

    static func isClosed(_ row: HTCDSRow) -> Bool { row["cas_Status"].hasPrefix("Closed") }

    /// An id of ours stays what it is; that of another house is always the same one here.
    private static func id(of row: HTCDSRow, from office: String?) throws -> CaseID {
        let text = row[.caseID]
        if let id = try? CaseID(reading: text) { return id }
        let said = office.map { "ruta-htcds-case-2\n\($0)\n\(text)" } ?? "ruta-htcds-case-1\n\(text)"
        let hash = SHA256.hash(data: Array(said.utf8))
        return try CaseID(reading: RecordID<CaseState>(random: Array(hash)).text)
    }

    /// Our own facts where the file has them, else what the words of the standard say.
    private static func facts(of row: HTCDSRow) -> [String: String] {
        var facts: [String: String] = [:]
        for part in row.parts(of: HTCDSExtension.facts.rawValue) {
            let sides = part.split(separator: "=").map(String.init)
            if sides.count == 2 { facts[sides[0]] = sides[1] }
        }
        guard facts.isEmpty else { return facts }
        for type in row.parts(of: "vic_TypeOfExploitation") {
            facts[HTCDSCrosswalk.fact(ofExploitation: type)] = "yes"
        }
        let gender =
            row[.gender].isEmpty ? HTCDSCrosswalk.gender(ofStandard: row["prs_Gender"]) : row[.gender]
        if let gender { facts["gender"] = gender }
        if let age = age(row) { facts["age"] = age }
        let countries = row.parts(of: "prs_Citizenship")
        if !countries.isEmpty {
            let isPeruvian = countries.contains("PE") || countries.contains("PER")
            facts["nationality"] = isPeruvian ? "peruvian" : "foreign"
        }
        return facts
    }

    /// Of a birthday only what it means for the route is kept: a child, or not.
    private static func age(_ row: HTCDSRow) -> String? {
        if let age = PersonAge(rawValue: row[.age]) { return age == .unknown ? nil : age.rawValue }
        guard let born = PlainDate(iso: row["prs_Birthdate"]), let seen = PlainDate(iso: row["hte_Date"])
        else {
            return nil
        }
        let hadBirthday = (seen.month, seen.day) >= (born.month, born.day)
        return seen.year - born.year - (hadBirthday ? 0 : 1) < 18 ? "minor" : "adult"
    }

    private static func district(of row: HTCDSRow, _ content: CatalogContent) -> String? {
        if !row[.district].isEmpty { return row[.district] }
        let name = FoldedText.of(row["hte_City"].trimmed)
        let found = content.districts.filter { FoldedText.of($0.name) == name }
        return found.count == 1 ? found[0].id.text : nil
    }

    /// A day without an hour is kept as its beginning in Lima.
    private static func seen(_ row: HTCDSRow) -> Instant? {
        Instant(rfc3339: row[.seenAt])
            ?? PlainDate(iso: row["hte_Date"]).map { LimaTime(date: $0, hour: 0, minute: 0).instant }
    }
}
