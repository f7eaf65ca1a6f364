import Access
import CaseRegister
import ReferralDomain
import Sealing

/// One invented account of the town of the tests; every role has at least one.
struct StaffMember: Sendable {
    let acting: Acting

    private init(
        _ account: String, _ role: Role, _ unit: String, _ institution: String, _ place: String? = nil
    ) {
        acting = Acting(
            account: try! ActorID(reading: account), unit: try! UnitID(reading: unit),
            institution: institution, role: role, municipality: place)
    }

    /// The control centre of San Martín de Porres, and that of another municipality.
    static let `operator` = StaffMember("OP-12", .operator, "central-150135", "serenazgo", "150135")
    static let colleague = StaffMember("OP-13", .operator, "central-150135", "serenazgo", "150135")
    static let otherOperator = StaffMember("OP-71", .operator, "central-150132", "serenazgo", "150132")
    static let sereno = StaffMember("SE-40", .sereno, "central-150135", "serenazgo", "150135")
    static let caseManager = StaffMember("GC-02", .caseManager, "demuna-150135", "demuna", "150135")
    static let otherCaseManager = StaffMember("GC-72", .caseManager, "demuna-150132", "demuna", "150132")

    static let prosecutor = StaffMember("FT-04", .officer, "fistrap-lima-norte", "fistrap")
    static let protection = StaffMember("UP-03", .officer, "upe-lima", "upe")
    static let victims = StaffMember("UD-05", .officer, "udavit-lima", "udavit")
    static let police = StaffMember("PN-06", .officer, "comisaria-practica", "pnp-station")
    static let womenCentre = StaffMember("CE-07", .officer, "cem-practica", "cem")
    static let defence = StaffMember("MJ-08", .officer, "minjusdh-practica", "minjusdh")

    static let coordinator = StaffMember(
        "ST-01", .coordinator, "secretaria-tecnica", "commission-secretariat")
    static let analyst = StaffMember("AN-01", .analyst, "secretaria-tecnica", "commission-secretariat")
    static let administrator = StaffMember(
        "AD-01", .administrator, "central-150135", "serenazgo", "150135")
    static let auditor = StaffMember("AU-01", .auditor, "auditoria", "municipality")
    static let privacyOfficer = StaffMember("PR-01", .privacyOfficer, "privacidad", "municipality")

    static let everybody = [
        `operator`, colleague, otherOperator, sereno, caseManager, otherCaseManager, prosecutor, protection,
        victims, police, womenCentre, defence, coordinator, analyst, administrator, auditor, privacyOfficer,
    ]

    /// What stands in the cookie of a session; `token + ".fresh"` is one with a fresh second factor.
    var token: String { "token-" + acting.account.text }
    var formToken: String { "form-" + acting.account.text }

    /// The same key pair on every run, one a unit.
    var keys: UnitKeyPair { Self.keys(of: acting.unit) }

    static func keys(of unit: UnitID) -> UnitKeyPair {
        let name = Array(unit.text.utf8)
        return try! UnitKeyPair(random: (0..<32).map { name[$0 % name.count] &+ UInt8($0) })
    }
}
