import Catalog
import ReferralDomain

/// The directory: every way to reach every body, for one district or for all.
struct DirectoryModel: Equatable, Sendable {
    let districts: DistrictChoice
    /// The name of the chosen district and of its prosecutors' territory.
    let chosen: Chosen?
    let isUnknownDistrict: Bool
    let groups: [GroupOfBodies]
    let contactCount: Int

    struct Chosen: Equatable, Sendable {
        let district: String
        let fiscalDistrict: String
    }

    struct GroupOfBodies: Equatable, Sendable {
        let group: Group
        let bodies: [Body]
    }

    /// One institution with its ways of being reached.
    struct Body: Equatable, Sendable {
        let id: String
        let name: String
        let short: String?
        let convene: String
        let entries: [Entry]
        /// The bodies that broker a shelter; its own place is never known here.
        let reachedThrough: [String]
        let isShelter: Bool
    }

    struct Entry: Equatable, Sendable {
        let label: String
        let way: Way
        let hours: Contact.Hours
        let isVerified: Bool
        let checkedOn: String?
        let source: String
        let address: String?
        /// Names of the districts or territories served; empty for all.
        let serves: [String]
    }

    enum Way: Equatable, Sendable {
        case phone(CallCard)
        case web(String)
        /// Through another body, with its short number where it has one.
        case broker(String, CallCard?)
    }

    /// The headings of the directory, in the order of urgency.
    enum Group: CaseIterable, Sendable {
        case emergency, prosecutor, child, care, shelter, work, state

        init(_ kind: Institution.Kind) {
            self =
                switch kind {
                case .police, .line: .emergency
                case .prosecutor: .prosecutor
                case .childProtection: .child
                case .service, .health, .justice: .care
                case .shelter: .shelter
                case .labour, .migration, .identity: .work
                case .municipal, .ministry, .oversight, .group: .state
                }
        }
    }

    init(_ content: CatalogContent, asked: String?) {
        let district = asked.flatMap { $0.isEmpty ? nil : content.districts[Identifier($0)] }
        isUnknownDistrict = district == nil && !(asked ?? "").isEmpty
        districts = DistrictChoice(content.districts, chosen: district?.id)
        chosen = district.map { district in
            Chosen(
                district: district.name,
                fiscalDistrict: content.fiscalDistricts[district.fiscalDistrict]?.name ?? "")
        }
        // Whoever saves lives comes first, in the order in which the route calls them.
        let first = content.steps.filter { $0.phase == .safety }.map(\.institution)
        let ordered =
            first.compactMap { content.institutions[$0] }
            + content.institutions.filter { !first.contains($0.id) }
        groups = Group.allCases.compactMap { group in
            let members = ordered.filter { (first.contains($0.id) ? .emergency : Group($0.kind)) == group }
                .map { Body($0, in: content, serving: district) }
                .filter { !$0.entries.isEmpty || $0.isShelter }
            return members.isEmpty ? nil : GroupOfBodies(group: group, bodies: members)
        }
        contactCount = groups.flatMap(\.bodies).reduce(0) { $0 + $1.entries.count }
    }
}

extension DirectoryModel.Body {
    init(_ institution: Institution, in content: CatalogContent, serving district: District?) {
        id = institution.id.text
        name = institution.name
        short = institution.short
        convene = institution.convene
        self.isShelter = institution.kind == .shelter
        reachedThrough = institution.reachedThrough.compactMap { content.institutions[$0]?.shortName }
        let contacts = content.contacts.filter { $0.institution == institution.id }
            .filter { contact in district.map(contact.serves) ?? true }
            .sorted { ($0.isFailing ? 1 : 0, $0.order) < ($1.isFailing ? 1 : 0, $1.order) }
        // A shelter is reached through others and has no line of its own, whatever a file may say.
        let isShelter = institution.kind == .shelter
        entries = contacts.filter { !isShelter || $0.kind == .broker }
            .compactMap { DirectoryModel.Entry($0, in: content) }
    }
}

extension DirectoryModel.Entry {
    init?(_ contact: Contact, in content: CatalogContent) {
        switch contact.kind {
        case .web: way = .web(contact.value)
        case .broker:
            let broker = Identifier<Institution>(contact.value)
            // Beside a shelter stands no number at all, not even that of whoever opens its door.
            let isShelter = content.institutions[contact.institution]?.kind == .shelter
            let line = content.contacts.first { $0.institution == broker && $0.kind == .short }
            way = .broker(
                content.institutions[broker]?.shortName ?? contact.value,
                isShelter ? nil : line.flatMap { CallCard($0) })
        case .short, .tollFree, .mobile, .fixed:
            guard let card = CallCard(contact) else { return nil }
            way = .phone(card)
        }
        label = contact.label
        hours = contact.hours
        isVerified = contact.isVerified
        checkedOn = contact.checkedOn?.text
        source = content.sources[contact.source]?.title ?? contact.source.text
        address = contact.address
        serves =
            switch contact.area {
            case .everywhere: []
            case .districts(let ids): ids.compactMap { content.districts[$0]?.name }
            case .fiscalDistricts(let ids): ids.compactMap { content.fiscalDistricts[$0]?.name }
            }
    }
}
