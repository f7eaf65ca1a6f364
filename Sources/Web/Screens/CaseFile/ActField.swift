/// The names of the fields by which a form says what an act is about.
enum ActField: String, CaseIterable, Sendable {
    case referral = "derivacion"
    case person = "quien"
    case account = "cuenta"
    case fact = "hecho"
    case value = "valor"
    case code = "codigo"
    case age = "anos"
    case obligation = "reloj"
    case reason = "motivo"
    case day = "dia"
    case hour = "hora"
    case rung = "peldano"
    case verdict = "veredicto"
    case answered = "contesto"
    /// The phones that were shown, by their ids in the directory, apart by a space.
    case contacts = "telefonos"
    case channel = "canal"
    case post = "cargo"
    case suggested = "sugerida"
    case document = "documento"
    case institution = "entidad"
    case unit = "unidad"
    case purpose = "para"
    case override = "permiso"
    case length = "dias"
    case from = "inicio"
    case before = "fin"
    case namesInstitution = "firma"
    case language = "lengua"
    case understood = "entendio"
    case goal = "logro"
    case responsible = "responsable"
    case duty = "obligacion"
    case month = "mes"
    case sealedField = "campo"
    case text = "texto"
    /// When it happened, where that was not now.
    case declaredDay = "paso-dia"
    case declaredHour = "paso-hora"
    /// The page to go back to.
    case back = "volver"

    /// The name of the box that allows one channel of safe contact.
    static func allowed(_ channel: String) -> String { "canal-\(channel)" }
}
