import Access
import CaseRegister
import JSON
import ReferralDomain

/// The units of the practice town, plainly invented: its municipalities and those who receive from them.
///
/// Two municipalities have accounts; the others only stand in the cases, and answers to them must find a key.
enum PracticeUnits {
    /// One unit and the roles of its accounts.
    struct Founding: Sendable {
        let card: UnitCard
        let roles: [Role]

        fileprivate init?(_ json: JSON) {
            guard let id = json["id"]?.string.flatMap({ try? UnitID(reading: $0) }),
                let institution = json["institution"]?.string, let name = json["name"]?.string
            else { return nil }
            card = UnitCard(
                id: id, institution: institution, name: name, municipality: json["municipality"]?.string)
            roles = (json["roles"]?.array ?? []).compactMap(\.string).compactMap(Role.init)
        }
    }

    /// Read from `PracticeUnits.json`.
    static let all = ((try? JSON(parsing: PackageResources.PracticeUnits_json))?.array ?? []).compactMap(
        Founding.init)
}
