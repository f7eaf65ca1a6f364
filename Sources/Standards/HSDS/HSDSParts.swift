import Catalog
import JSON
import ReferralDomain

/// Makes the objects of the directory out of institutions and their contacts.
struct HSDSParts {
    let catalog: ProtocolCatalog
    let kinds: HSDSKinds

    private var content: CatalogContent { catalog.content }
    private var texts: Texts { content.texts }

    /// One service, and where it is given.
    struct Found {
        let institution: Identifier<Institution>
        let service: HSDSRecord
        let atLocation: HSDSRecord?
    }

    func services() -> [Found] {
        content.institutions.flatMap { institution -> [Found] in
            guard institution.reachedThrough.isEmpty, institution.kind != .shelter else {
                return [brokered(institution)]
            }
            return content.contacts.filter { $0.institution == institution.id && $0.kind != .broker }
                .map { service($0, of: institution) }
        }
    }

    func organization(_ institution: Institution, services: [Found]) -> HSDSRecord {
        let id = Self.id(of: institution)
        let brief = summary(institution)
        let identifier: JSON = [
            "id": .string(NameUUID(of: "identifier/\(institution.id)").text),
            "identifier_type": "ruta", "identifier": .string(institution.id.text),
        ]
        let full = brief.adding([
            .init("organization_identifiers", [identifier]),
            .init("attributes", [kinds.attribute(institution.kind, of: id, in: "organization")]),
            .init("services", .array(services.map(\.service.brief))),
        ])
        let words = [institution.name, institution.short ?? "", institution.role] + institution.aliases
        return HSDSRecord(
            id, full: full, brief: brief, of: id, found: ([HSDSKinds.id(of: institution.kind)], words))
    }

    static func id(of institution: Institution) -> String {
        NameUUID(of: "institution/\(institution.id)").text
    }

    private func summary(_ institution: Institution) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .string(Self.id(of: institution))), .init("name", .string(institution.name)),
            .init("description", .string(institution.role)),
        ]
        if let short = institution.short { members.append(.init("alternate_name", .string(short))) }
        return .object(members)
    }

    /// A shelter, or any body that is only reached through another: never a number, never a place.
    private func brokered(_ institution: Institution) -> Found {
        let name = "institution/\(institution.id)"
        let brokers = institution.reachedThrough.compactMap { content.institutions[$0]?.name }
        let process = texts[StandardText.brokered, ["bodies": brokers.joined(separator: ", ")]]
        let location: JSON = [
            "id": .string(NameUUID(of: "location/\(name)").text), "location_type": "virtual",
            "name": .string(texts[StandardText.areaEverywhere]),
        ]
        return found(
            institution, name: name, title: institution.name,
            members: [.init("application_process", .string(process))], location: location)
    }

    private func service(_ contact: Contact, of institution: Institution) -> Found {
        let parts = HSDSContact(contact: contact, content: content)
        return found(
            institution, name: "contact/\(contact.id)", title: contact.label, members: parts.members,
            location: parts.location)
    }

    private func found(
        _ institution: Institution, name: String, title: String, members: [JSON.Member], location: JSON?
    ) -> Found {
        let (id, organization) = (NameUUID(of: "service/\(name)").text, Self.id(of: institution))
        let plain: JSON = .object(
            [
                .init("id", .string(id)), .init("organization_id", .string(organization)),
                .init("name", .string(title)), .init("description", .string(institution.convene)),
                .init("status", "active"), .init("last_modified", .string(modified)),
            ] + members.filter { $0.value.array == nil })
        let brief = plain.adding([.init("organization", summary(institution))])
        let at = location.map { atLocation(id, name: name, location: $0) }
        let kind = kinds.attribute(institution.kind, of: id, in: "service")
        let full = brief.adding(
            [.init("attributes", [kind])] + members.filter { $0.value.array != nil }
                + (at.map { [JSON.Member("service_at_locations", [$0])] } ?? []))
        let known = ([HSDSKinds.id(of: institution.kind)], [title, institution.name])
        return Found(
            institution: institution.id,
            service: HSDSRecord(id, full: full, brief: brief, of: organization, found: known),
            atLocation: at.map { at in
                let whole = at.adding([.init("service", brief)])
                return HSDSRecord(
                    at["id"]?.string ?? "", full: whole, brief: whole, of: organization, found: known)
            })
    }

    private func atLocation(_ service: String, name: String, location: JSON) -> JSON {
        [
            "id": .string(NameUUID(of: "service-at-location/\(name)").text), "service_id": .string(service),
            "location_id": location["id"] ?? .null, "location": location,
        ]
    }

    /// The day of the edition: what is published changes with it.
    private var modified: String { catalog.edition.publishedOn.iso + "T00:00:00-05:00" }
}

extension JSON {
    /// The object with more members behind its own.
    func adding(_ more: [Member]) -> JSON { .object((object ?? []) + more) }
}
