/// The names of the fields of the page of referring; each step of the route has its own set.
enum ReferField {
    /// Which button was pressed.
    static let stage = "etapa"
    static let person = "quien"
    /// The value of the person where the referrals are about everybody of the case.
    static let wholeCase = "todos"

    /// What the page before sending showed; only that page prints it.
    static let shown = "revisado"

    /// The box that chooses a step.
    static func chosen(_ step: String) -> String { "paso-\(step)" }
    /// The id of the referral, drawn before the first try.
    static func id(_ step: String) -> String { "id-\(step)" }
    static func recipient(_ step: String) -> String { "va-\(step)" }
    /// How a body without an account is told.
    static func channel(_ step: String) -> String { "por-\(step)" }
    /// Why it goes to another body than the route's.
    static func reason(_ step: String) -> String { "motivo-\(step)" }

    /// What the page is asked to do.
    enum Stage: String {
        case check = "revisar"
        case send = "enviar"
        /// Back to choosing, with everything kept.
        case change = "elegir"
    }
}
