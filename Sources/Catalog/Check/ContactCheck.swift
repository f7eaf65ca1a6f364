import ReferralDomain

/// Every contact has the shape of its kind, and no shelter can be found.
struct ContactCheck {
    let content: CatalogContent
    let edition: Edition?

    var findings: [Finding] {
        content.contacts.flatMap(shape) + content.contacts.flatMap(dates) + content.contacts.flatMap(area)
            + duplicates
            + shelters + circles
    }

    private func shape(_ contact: Contact) -> [Finding] {
        var found: [Finding] = []
        let isShaped = !contact.kind.isPhone || contact.kind.takes(contact.value)
        if !isShaped { found.append(Finding(.phoneShape, at: contact.place, ["value": contact.value])) }
        if contact.kind == .web, !contact.value.hasPrefix("https://") {
            found.append(Finding(.notHTTPS, at: contact.place, ["value": contact.value]))
        }
        if let part = contact.extension {
            if contact.kind != .fixed || !part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                found.append(Finding(.extensionWithoutFixed, at: contact.place, ["value": part]))
            }
        }
        return found
    }

    private func dates(_ contact: Contact) -> [Finding] {
        var found: [Finding] = []
        if contact.isVerified, contact.checkedOn == nil {
            found.append(Finding(.verifiedWithoutDate, at: contact.place, ["id": contact.id.text]))
        }
        if let day = contact.checkedOn, let edition, day > edition.publishedOn {
            found.append(Finding(.dateAfterEdition, at: contact.place, ["value": day.iso]))
        }
        return found
    }

    private func area(_ contact: Contact) -> [Finding] {
        switch contact.area {
        case .everywhere: []
        case .districts(let ids):
            ids.filter { content.districts[$0] == nil }.map {
                Finding(.unknownID, at: contact.place, ["id": $0.text])
            }
        case .fiscalDistricts(let ids):
            ids.filter { content.fiscalDistricts[$0] == nil }.map {
                Finding(.unknownID, at: contact.place, ["id": $0.text])
            }
        }
    }

    /// The same number twice for one body: one of the two would grow old unseen.
    private var duplicates: [Finding] {
        var seen: Set<String> = []
        return content.contacts.filter { contact in
            let key = [contact.institution.text, contact.value, contact.extension ?? ""].joined(
                separator: " ")
            return !seen.insert(key).inserted
        }.map { Finding(.duplicateContact, at: $0.place, ["value": $0.value]) }
    }

    /// A shelter is reached through a body that brokers, and through nothing else (DS 009-2016-MIMP art. 9.1).
    private var shelters: [Finding] {
        var found: [Finding] = []
        for shelter in content.institutions where shelter.kind == .shelter {
            if shelter.reachedThrough.isEmpty {
                found.append(Finding(.shelterWithoutBroker, at: shelter.place, ["id": shelter.id.text]))
            }
            for contact in content.contacts where contact.institution == shelter.id {
                if contact.kind != .broker {
                    found.append(Finding(.shelterWithPhone, at: contact.place, ["id": shelter.id.text]))
                }
                if contact.address != nil || contact.position != nil {
                    found.append(Finding(.shelterWithAddress, at: contact.place, ["id": shelter.id.text]))
                }
            }
        }
        return found
    }

    /// Following brokers always ends at a phone or a page.
    private var circles: [Finding] {
        content.contacts.filter {
            $0.kind == .broker && !endsAtPhoneOrPage(Identifier($0.value), through: [$0.institution])
        }
        .map { Finding(.circularBroker, at: $0.place, ["id": $0.institution.text]) }
    }

    private func endsAtPhoneOrPage(_ body: Identifier<Institution>, through: Set<Identifier<Institution>>)
        -> Bool
    {
        guard !through.contains(body) else { return false }
        let ways = content.contacts.filter { $0.institution == body }
        if ways.isEmpty { return content.institutions[body] == nil }
        return ways.contains { way in
            way.kind != .broker || endsAtPhoneOrPage(Identifier(way.value), through: through.union([body]))
        }
    }
}
