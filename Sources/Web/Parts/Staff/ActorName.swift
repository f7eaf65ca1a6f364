import Access
import CaseRegister
import Catalog
import ReferralDomain

/// Says in words who did something: an id that only the program understands is never shown.
struct ActorName {
    let actor: ActorID
    let names: CatalogNames

    var text: String {
        switch actor {
        case .ladder, .messenger: return names.texts[DeskText.actorSystem]
        case .street: return names.texts[DeskText.actorStreet]
        case .link: return names.texts[DeskText.actorLink]
        default: break
        }
        if let device = DeviceID(actor) { return names.texts[DeskText.actorDevice, ["number": device.text]] }
        if let role = AccountCode.role(of: actor) {
            return "\(names.code(role.rawValue, in: "roles")) \(actor.text)"
        }
        return practised ?? actor.text
    }

    /// The people of an invented town who have no account: `sereno-13`, `operator-150135`.
    private var practised: String? {
        let parts = actor.text.split(separator: "-").map(String.init)
        guard parts.count == 2, Int(parts[1]) != nil else { return nil }
        switch Role(rawValue: parts[0]) {
        case .sereno: return names.texts[DeskText.actorGuard, ["number": parts[1]]]
        case .operator: return names.texts[DeskText.actorCentre, ["place": names.district(parts[1])]]
        case .caseManager, .officer, .coordinator, .analyst, .administrator, .auditor, .privacyOfficer, nil:
            return nil
        }
    }
}
