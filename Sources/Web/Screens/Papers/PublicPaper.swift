/// The papers that anybody may print: they say nothing of any case.
enum PublicPaper: String, CaseIterable, Sendable {
    /// The card for the patrol car: two sides of A6 for one district.
    case card = "tarjeta"
    /// The street form on paper, box by box.
    case streetSheet = "hoja"
    /// The rights of the person, and what the person agrees to.
    case rights = "derechos"
}
