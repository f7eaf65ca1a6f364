import CaseRegister
import ReferralDomain

/// Invented accounts of an invented town.
enum Cast {
    static let centre = known("operator-1")
    static let secondAtCentre = known("operator-2")
    static let elsewhere = acting(
        "operator-9", unit: "central-150142", of: "serenazgo", .operator, in: "150142")
    static let family = acting("manager-1", unit: "demuna-150101", of: "demuna", .caseManager, in: "150101")
    static let childUnit = acting("officer-upe", unit: "upe-lima", of: "upe", .officer)
    static let victimUnit = acting("officer-udavit", unit: "udavit-lima", of: "udavit", .officer)
    static let station = acting("officer-pnp", unit: "station-1", of: "pnp-station", .officer)
    static let stranger = acting("officer-iml", unit: "iml-lima", of: "iml", .officer)
    static let secretary = acting(
        "coordinator-1", unit: "secretariat", of: "commission-secretariat", .coordinator)
    static let privacy = acting("privacy-1", unit: "privacy", of: "municipality", .privacyOfficer)
    static let guardian = acting("sereno-1", unit: "central-150101", of: "serenazgo", .sereno, in: "150101")
    static let link = Acting(
        account: .link, unit: childUnit.unit, institution: "upe", role: .officer, municipality: nil)

    static let all = [
        centre, secondAtCentre, elsewhere, family, childUnit, victimUnit, station, stranger, secretary,
        privacy,
        guardian, link,
    ]

    private static func known(_ account: String) -> Acting {
        acting(account, unit: "central-150101", of: "serenazgo", .operator, in: "150101")
    }

    /// The words above are ids, so a misread one would fail every test that uses it.
    static func acting(
        _ account: String, unit: String, of institution: String, _ role: Role, in municipality: String? = nil
    ) -> Acting {
        guard let actor = try? ActorID(reading: account), let unit = try? UnitID(reading: unit) else {
            preconditionFailure("not an id")
        }
        return Acting(
            account: actor, unit: unit, institution: institution, role: role, municipality: municipality)
    }
}
