import Catalog

/// One contact on a line: number, label, hours, and whether a test call was ever answered.
struct ContactLine {
    let text: String

    init(_ contact: Contact, _ content: CatalogContent) {
        let hours: String
        switch contact.hours {
        case .always: hours = Words[.hoursAlways]
        case .office: hours = Words[.hoursOffice]
        case .unknown: hours = Words[.hoursUnknown]
        }
        let state = contact.isVerified ? Words[.verified] : Words[.unverified]
        switch contact.kind {
        case .short, .mobile, .fixed, .tollFree:
            text =
                Words[
                    .contactPhone,
                    [
                        "number": contact.spokenNumber(Words[.extensionWord]), "label": contact.label,
                        "hours": hours, "state": state,
                    ]]
        case .web: text = Words[.contactPage, ["value": contact.value, "label": contact.label]]
        case .broker:
            let name = content.institutions[Identifier(contact.value)]?.shortName ?? contact.value
            text = Words[.contactBroker, ["name": name, "label": contact.label]]
        }
    }
}
