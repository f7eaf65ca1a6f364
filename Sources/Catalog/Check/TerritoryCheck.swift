import ReferralDomain

/// Every district has its prosecutor and its child-protection office, and the map is whole.
struct TerritoryCheck {
    let content: CatalogContent
    let edition: Edition?

    /// Metropolitan Lima has 43 districts and Callao 7.
    static let districtsOfLimaAndCallao = 50

    var findings: [Finding] {
        var found = content.districts.flatMap(district)
        if content.districts.count != Self.districtsOfLimaAndCallao {
            let file = Place(file: "territory/districts.yaml", line: 1)
            found.append(
                Finding(
                    .districtCount, at: file,
                    [
                        "expected": String(Self.districtsOfLimaAndCallao),
                        "found": String(content.districts.count),
                    ]))
        }
        for part in content.fiscalDistricts
        where !content.districts.contains(where: { $0.fiscalDistrict == part.id }) {
            found.append(Finding(.emptyFiscalDistrict, at: part.place, ["id": part.id.text]))
        }
        var codes: Set<String> = []
        for district in content.districts where !codes.insert(district.reniec).inserted {
            found.append(Finding(.duplicateCode, at: district.place, ["id": district.reniec]))
        }
        return found + horizon
    }

    /// Office hours and working days are told years ahead: the holidays must reach as far as somebody who keeps an old
    /// edition may still count with them.
    private var horizon: [Finding] {
        guard let edition else { return [] }
        let last = content.holidays.map(\.date).max()
        let needed = edition.publishedOn.daysSinceEpoch + Self.holidayDays
        if let last, last.daysSinceEpoch >= needed { return [] }
        let place = Place(file: "territory/holidays.yaml", line: 1)
        return [
            Finding(
                .holidaysEnd, at: place,
                ["expected": PlainDate(daysSinceEpoch: needed).iso, "found": last?.iso ?? "0"])
        ]
    }

    /// Two years after the day of publication.
    private static let holidayDays = 2 * 366

    private func district(_ district: District) -> [Finding] {
        var found: [Finding] = []
        let isCode =
            district.id.text.utf8.count == 6
            && district.id.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if !isCode { found.append(Finding(.badID, at: district.place, ["id": district.id.text])) }
        if !hasProsecutor(district) {
            found.append(Finding(.districtWithoutProsecutor, at: district.place, ["id": district.id.text]))
        }
        let office = content.contacts[district.childProtectionOffice]
        if let office, office.institution != "upe" || !office.serves(district) {
            found.append(
                Finding(.districtWithoutChildProtection, at: district.place, ["id": district.id.text]))
        }
        return found
    }

    /// The prosecutor of a district has a phone that serves it and answers at any hour.
    private func hasProsecutor(_ district: District) -> Bool {
        guard let part = content.fiscalDistricts[district.fiscalDistrict] else { return true }
        return content.contacts.contains { contact in
            contact.institution == part.prosecutor && contact.kind.isPhone && contact.hours == .always
                && contact.serves(district)
        }
    }
}
