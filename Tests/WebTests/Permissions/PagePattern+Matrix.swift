import CaseRegister
import HTTPTypes
import ReferralDomain

@testable import Web

extension PagePattern {
    /// Every request of the matrix to this page.
    var templates: [MatrixTemplate] {
        var all = [MatrixTemplate(pattern: self, method: .put)]
        if methods.contains(.get) {
            all += queries.map { MatrixTemplate(pattern: self, method: .get, query: $0) }
            all.append(MatrixTemplate(pattern: self, method: .head))
        } else {
            all.append(MatrixTemplate(pattern: self, method: .get))
        }
        guard methods.contains(.post) else {
            return all + [MatrixTemplate(pattern: self, method: .post, fields: Self.everything)]
        }
        for token in MatrixTemplate.Token.allCases {
            all.append(
                MatrixTemplate(pattern: self, method: .post, fields: Self.everything, token: token))
        }
        all += verbs.map { verb in
            var fields = Self.everything
            fields[ActForm.actField] = verb
            return MatrixTemplate(pattern: self, method: .post, fields: fields)
        }
        return all
    }

    private var queries: [String] {
        switch self {
        case .street, .receipt, .directory, .manual, .neutral, .health, .asset, .enter, .leave, .invitation,
            .acknowledgement, .verification:
            [""]
        case .account, .reports, .queue, .queueLive, .handover, .caseFile, .caseActs, .caseRefer,
            .casePerson, .caseReveal, .caseEmergency, .caseAcknowledgement, .search, .inbox, .inboxReferral,
            .board, .boardCase, .places, .accounts, .directoryCare, .ladder, .log, .reviews:
            ["", "?caso=:case&codigo=:reference&quien=:person", "?ver=todo&pagina=1&entidad=upe&gravedad=1"]
        }
    }

    private var verbs: [String] {
        switch self {
        case .caseActs: ActKind.allCases.map(\.rawValue) + ReferralWord.allCases.map(\.rawValue)
        case .inboxReferral: InboxAct.allCases.map(\.rawValue)
        case .boardCase: ["elevar", "respondio", "pausar", "reanudar"]
        case .caseAcknowledgement: ["digits", "link", "paper", "read-back"]
        case .caseReveal: Compartment.allCases.map(\.rawValue)
        case .reviews: [ReviewsRoutes.review]
        case .directoryCare: ["llamada", "cambiar", "confirmar"]
        case .account, .accounts, .caseRefer, .casePerson, .caseEmergency, .handover, .search, .ladder: [""]
        case .street, .receipt, .directory, .manual, .neutral, .health, .asset, .enter, .leave, .invitation,
            .acknowledgement, .verification, .reports, .queue, .queueLive, .caseFile, .inbox, .board,
            .places, .log:
            []
        }
    }

    /// One value for every field that any form has, so that no act fails for want of a field.
    private static let everything = [
        "caso": ":case", "codigo": ":reference", "derivacion": ":referral", "quien": ":person",
        "persona": ":person", "cuenta": "OP-13", "hecho": "age", "valor": "minor", "anos": "minor",
        "reloj": "claim", "deber": "claim", "motivo": "no-answer", "dia": "2026-11-30", "hora": "10:00",
        "peldano": "1", "veredicto": "justified", "contesto": "yes", "canal": "phone", "cifras": "123456",
        "nombre": "Persona de práctica 1", "cargo": "P-01", "puesto": "P-01", "entidad": "upe",
        "para": "care", "permiso": "vital-interest", "dias": "30", "logro": "school", "responsable": "demuna",
        "obligacion": "child-measure", "mes": "1", "campo": "name", "texto": "palabra de práctica",
        "documento": "OFICIO 1-2026", "visto": "1", "hacer": "invitar", "papel": "operator",
        "fin": "care", "hasta": "2026-11-30", "paso": "child-measure",
    ]

    /// What its requests are about: one of everything that is there, and one of what never was.
    func objects(in town: MatrixTown) -> [MatrixObject] {
        let parts = rawValue.split(separator: "/")
        let hasPerson = parts.contains(":person") || self == .caseActs
        let hasReferral = parts.contains(":referral")
        var objects = [MatrixObject.absent]
        for (place, file) in town.all.enumerated() {
            let stranger = town.all[(place + 1) % town.all.count]
            if hasReferral {
                let foreign = stranger.referrals.first?.id
                objects.append(MatrixObject(file: file, person: file.person, referral: foreign))
                objects.append(MatrixObject(file: file, person: file.person))
                objects += file.referrals.map {
                    MatrixObject(file: file, person: file.person, referral: $0.id)
                }
            } else {
                objects.append(
                    MatrixObject(file: file, person: file.person, referral: file.referrals.first?.id))
                guard hasPerson, self != .caseActs else { continue }
                objects.append(MatrixObject(file: file, person: stranger.person))
                objects.append(MatrixObject(file: file))
            }
        }
        return objects
    }
}
