/// The word by which a form asks for an act; each one is a verb of the register.
enum ActWord: Hashable, Sendable {
    case file(FileAsk)
    case referral(ReferralAsk)
    case person(PersonAsk)

    /// The verb that a form names; nil where it is none of ours.
    init?(_ text: String) {
        if let word = FileAsk(rawValue: text) {
            self = .file(word)
        } else if let word = ReferralAsk(rawValue: text) {
            self = .referral(word)
        } else if let word = PersonAsk(rawValue: text) {
            self = .person(word)
        } else {
            return nil
        }
    }

    /// The word as the form sends it.
    var text: String {
        switch self {
        case .file(let word): word.rawValue
        case .referral(let word): word.rawValue
        case .person(let word): word.rawValue
        }
    }

    static let all: [ActWord] =
        FileAsk.allCases.map(ActWord.file) + ReferralAsk.allCases.map(ActWord.referral)
        + PersonAsk.allCases.map(ActWord.person)
}

/// What may be asked of the case as a whole; to hand it over there is a page of its own, with a signature.
enum FileAsk: String, CaseIterable, Sendable {
    case claim = "tomar"
    case settleFact = "dato"
    case merge = "unir"
    case addPerson = "persona"
    case pause = "pausar"
    case resume = "reanudar"
    case takeWord = "palabra"
    case climb = "subir"
    case askClosing = "pedir-cierre"
    case close = "cerrar"
    case reopen = "reabrir"
    case reviewGlass = "revisar"
}

/// What may be asked of one referral; to prove an acknowledgement there is a page of its own.
enum ReferralAsk: String, CaseIterable, Sendable {
    case call = "llamar"
    case send = "enviar"
    case deliver = "entregado"
    case accept = "aceptar"
    case reject = "rechazar"
    case hold = "esperar"
    case resume = "seguir"
    case recall = "retirar"
    case receiveCustody = "recibir"
    case complete = "cumplir"
}

/// What may be asked for or about one person.
enum PersonAsk: String, CaseIterable, Sendable {
    case seal = "sellar"
    case shred = "destruir"
    case settleAge = "edad"
    case takeCustody = "responder"
    case endCustody = "soltar"
    case giveConsent = "consentir"
    case refuseConsent = "negar"
    case withdrawConsent = "desistir"
    case confirmStop = "alto"
    case overrideConsent = "sin-permiso"
    case startReflection = "reflexion"
    case requestStatement = "declarar"
    case endReflection = "fin-reflexion"
    case setSafeContact = "contacto"
    case message = "mensaje"
    case tellRights = "explicar"
    case countRetelling = "repetir"
    case setGoal = "meta"
    case meetGoal = "lograr"
    case doDuty = "deber"
    case monitor = "seguimiento"
    case askRelease = "pedir-liberar"
    case release = "liberar"
}
