/// The names of the fields of the page of referring; each step of the route has its own set.
enum ReferField {
    /// Which button was pressed.
    static let stage = "paso"
    static let person = "quien"
    /// The value of the person where the referrals are about everybody of the case.
    static let wholeCase = "todos"

    /// The box that chooses a step.
    static func chosen(_ step: String) -> String { "va-\(step)" }
    /// The id of the referral, drawn before the first try.
    static func id(_ step: String) -> String { "id-\(step)" }
    static func recipient(_ step: String) -> String { "a-\(step)" }
    static func reason(_ step: String) -> String { "por-\(step)" }
    static func channel(_ step: String) -> String { "canal-\(step)" }

    /// What the page is asked to do.
    enum Stage: String {
        case check = "revisar"
        case send = "enviar"
        case change = "cambiar"
    }
}
