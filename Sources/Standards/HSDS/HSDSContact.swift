import Catalog
import JSON
import ReferralDomain

/// What HSDS says of one contact: its number or page, its hours, whom it serves, how far it was tried.
struct HSDSContact {
    let contact: Contact
    let content: CatalogContent

    private var texts: Texts { content.texts }
    private var name: String { "contact/\(contact.id)" }

    var members: [JSON.Member] {
        var members: [JSON.Member] = []
        if contact.kind == .web { members.append(.init("url", .string(contact.value))) }
        if contact.isVerified, let day = contact.checkedOn {
            members.append(.init("assured_date", .string(day.iso)))
        } else if contact.kind.isPhone {
            let word: StandardText = contact.isFailing ? .numberFailing : .numberUntested
            members.append(.init("alert", .string(texts[word])))
        }
        if contact.kind.isPhone { members.append(.init("phones", [phone])) }
        if let schedule { members.append(.init("schedules", [schedule])) }
        members.append(.init("service_areas", .array(areas)))
        return members
    }

    /// The public office behind the number; nil where the catalogue has no address, never invented.
    var location: JSON? {
        guard let address = contact.address else { return nil }
        let city = address.split(separator: ",").last.map { $0.drop { $0 == " " } }.map(String.init) ?? ""
        let printed: JSON = [
            "id": .string(NameUUID(of: "address/\(name)").text), "address_1": .string(address),
            "city": .string(city), "state_province": "Lima", "postal_code": "", "country": "PE",
            "address_type": "physical",
        ]
        return [
            "id": .string(NameUUID(of: "location/\(name)").text), "location_type": "physical",
            "name": .string(contact.label), "addresses": [printed],
        ]
    }

    private var phone: JSON {
        var members: [JSON.Member] = [
            .init("id", .string(NameUUID(of: "phone/\(name)").text)), .init("number", .string(contact.value)),
            .init("type", "voice"),
        ]
        if let digits = contact.extension.flatMap(Int64.init) {
            members.append(.init("extension", .integer(digits)))
        }
        return .object(members)
    }

    private var schedule: JSON? {
        let week: (days: String, opens: String, closes: String)
        switch contact.hours {
        case .always: week = ("MO,TU,WE,TH,FR,SA,SU", "00:00-05:00", "23:59-05:00")
        case .office: week = ("MO,TU,WE,TH,FR", "08:00-05:00", "16:15-05:00")
        case .unknown: return nil
        }
        return [
            "id": .string(NameUUID(of: "schedule/\(name)").text), "freq": "WEEKLY", "interval": 1,
            "byday": .string(week.days), "opens_at": .string(week.opens), "closes_at": .string(week.closes),
            "timezone": -5, "x_24h": .boolean(contact.hours == .always),
        ]
    }

    private var areas: [JSON] {
        switch contact.area {
        case .everywhere: [area("everywhere", texts[StandardText.areaEverywhere])]
        case .districts(let ids):
            ids.compactMap { id in
                content.districts[id].map {
                    area("district/\(id)", $0.name, .init("x_ubigeo", .string(id.text)))
                }
            }
        case .fiscalDistricts(let ids):
            ids.compactMap { id in content.fiscalDistricts[id].map { area("fiscal/\(id)", $0.name) } }
        }
    }

    private func area(_ part: String, _ title: String, _ more: JSON.Member? = nil) -> JSON {
        let id = NameUUID(of: "area/\(name)/\(part)").text
        return .object(
            [.init("id", .string(id)), .init("name", .string(title))] + (more.map { [$0] } ?? []))
    }
}
