/// The names of the fields of the page of referrals; each step has its own.
enum ReferField {
    static let stage = "etapa"
    static let person = "quien"

    static func chosen(_ step: String) -> String { "paso-\(step)" }
    static func id(_ step: String) -> String { "id-\(step)" }
    static func recipient(_ step: String) -> String { "va-\(step)" }
    static func channel(_ step: String) -> String { "por-\(step)" }
    /// Another recipient than the route's, and why.
    static func other(_ step: String) -> String { "otra-\(step)" }
    static func reason(_ step: String) -> String { "motivo-\(step)" }
}

/// The two stages of referring: choose, then look once at who will see what.
enum ReferStage: String, Sendable {
    case check = "revisar"
    case send = "enviar"
    /// Back to choosing, with everything kept.
    case choose = "elegir"
}
