/// The names of the fields of the practice pages.
enum PracticeField {
    /// Which part of the practice is asked for.
    static let stage = "paso"
    static let scene = "escena"
    static let shift = "turno"
    /// The id of the drill, drawn when it begins.
    static let drill = "ensayo"
    /// When it began, in milliseconds since 1970.
    static let begun = "inicio"
    /// What was done so far.
    static let trail = "rastro"
    /// The number that was pressed.
    static let call = "llamar"
    /// Whether the guard says that there is no case.
    static let noCase = "sin-caso"
    static let yes = "si"
    private static let questionPrefix = "pregunta."

    static func question(_ number: Int) -> String { questionPrefix + String(number) }
}

/// The parts of a drill, all at one address.
enum PracticeStage: String, CaseIterable, Sendable {
    case list = "lista"
    case scene = "ver"
    case street = "calle"
    case questions = "preguntas"
    case score = "nota"
}
