import CaseRegister
import HTTPTypes
import ReferralDomain

@testable import Web

extension PagePattern {
    /// Every request of the matrix to this page.
    ///
    /// - Parameter isOpen: whether the visitor may open it; to whoever may not, every form is the same.
    ///   What anybody may open looks at no session, and is tried in full for nobody.
    func templates(isOpen: Bool) -> [MatrixTemplate] {
        if permission == nil, !isOpen {
            return methods.filter { $0 != .head }.map {
                MatrixTemplate($0, self, fields: $0 == .post ? Self.everything : [:])
            }
        }
        var all = [MatrixTemplate(.put, self)]
        if methods.contains(.get) {
            all += queries.map { MatrixTemplate(.get, self, query: $0) }
            all.append(MatrixTemplate(.head, self))
        } else {
            all.append(MatrixTemplate(.get, self))
        }
        guard methods.contains(.post) else {
            return all + [MatrixTemplate(.post, self, fields: Self.everything)]
        }
        all += MatrixTemplate.Token.allCases.map {
            MatrixTemplate(.post, self, fields: Self.everything, token: $0)
        }
        guard isOpen else { return all }
        return all
            + verbs.map { verb in
                var fields = Self.everything
                fields[verbField] = verb
                return MatrixTemplate(.post, self, fields: fields)
            }
    }

    /// The name of the field in which the forms of the page say what they ask for.
    private var verbField: String {
        switch self {
        case .account, .accounts: AccountRoutes.verbField
        case .caseRefer: ReferField.stage
        case .caseReveal: ActField.sealedField.rawValue
        case .casePerson: ActField.back.rawValue
        case .street, .receipt, .directory, .manual, .neutral, .accessibility, .language, .health, .ready,
            .asset, .enter, .leave,
            .invitation,
            .acknowledgement, .verification, .reports, .queue, .queueLive, .caseFile, .inbox, .board,
            .places, .log, .caseActs, .inboxReferral, .boardCase, .caseAcknowledgement, .caseStops,
            .reviews,
            .directoryCare, .caseEmergency, .handover, .search, .ladder, .caseDetail, .shell,
            .serviceWorker, .appManifest, .appEngine, .appBundle, .appModule, .appReports, .appStates,
            .appDevices, .appHandovers, .messages, .channels, .pushWorker, .papers, .paper, .streetSheet,
            .bringing, .shiftReport, .casePapers, .casePaper, .commissionReport, .incidents, .keys,
            .figures, .figureFile, .figureRelease, .openData, .openDataFile, .caseImages, .caseImage:
            ActForm.actField
        case .devices: DevicesRoutes.actField
        case .practice, .practiceCourse, .practiceCertificate, .practiceMeasures: PracticeField.stage
        }
    }

    /// What is asked of the address; a page of one case reads its path and nothing else.
    private var queries: [String] {
        switch self {
        case .street, .receipt, .directory, .manual, .neutral, .accessibility, .language, .health, .ready,
            .asset, .enter, .leave,
            .invitation,
            .acknowledgement, .verification, .caseFile, .caseActs, .caseRefer, .casePerson, .caseReveal,
            .caseEmergency, .caseAcknowledgement, .caseStops, .inboxReferral, .boardCase, .caseDetail, .shell,
            .serviceWorker, .appManifest, .appEngine, .appBundle, .appModule, .appReports, .appStates,
            .appDevices, .appHandovers, .pushWorker, .papers, .paper, .casePapers, .casePaper, .caseImages,
            .caseImage, .openData, .openDataFile, .practice, .practiceCourse, .practiceCertificate,
            .practiceMeasures:
            [""]
        case .account, .reports, .queue, .queueLive, .handover, .search, .inbox, .board, .places, .accounts,
            .directoryCare, .ladder, .log, .reviews, .devices, .messages, .channels, .streetSheet,
            .bringing, .shiftReport, .commissionReport, .incidents, .keys, .figures, .figureFile,
            .figureRelease:
            [
                "", "?caso=:case&codigo=:reference&quien=:person",
                "?ver=todo&pagina=1&entidad=upe&gravedad=1&contacto=cem-lima&clase=claim",
            ]
        }
    }

    private var verbs: [String] {
        switch self {
        case .caseActs: ActWord.all.map(\.text)
        case .inboxReferral: InboxAct.allCases.map(\.rawValue)
        case .boardCase: ["elevar", "respondio", "pausar", "reanudar"]
        case .caseAcknowledgement: ProofAct.allCases.map(\.rawValue)
        case .caseReveal: ["name", "document", "phone"]
        case .caseRefer: ["revisar", "enviar", "elegir"]
        case .reviews: [ReviewsRoutes.review]
        case .channels: ChannelsRoutes.Verb.allCases.map(\.rawValue)
        case .directoryCare: ["llamada", "cambiar", "confirmar"]
        case .ladder: LadderRoutes.Act.allCases.map(\.rawValue)
        case .practice: PracticeStage.allCases.map(\.rawValue)
        case .devices: ["alta", "quitar", "leer"]
        case .keys: KeysRoutes.Act.allCases.map(\.rawValue)
        case .figureRelease: FigureReleaseRoutes.Act.allCases.map(\.rawValue)
        case .account, .accounts: ["confirmar", "invitar", "invitar-otra-vez", "terminar", "cerrar-todas"]
        case .street, .receipt, .directory, .manual, .neutral, .accessibility, .language, .health, .ready,
            .asset, .enter, .leave,
            .invitation,
            .acknowledgement, .verification, .reports, .queue, .queueLive, .caseFile, .inbox, .board,
            .places, .log, .casePerson, .caseEmergency, .handover, .search, .caseStops, .caseDetail, .shell,
            .serviceWorker, .appManifest, .appEngine, .appBundle, .appModule, .appReports, .appStates,
            .appDevices, .appHandovers, .messages, .pushWorker, .papers, .paper, .streetSheet, .bringing,
            .shiftReport, .casePapers, .casePaper, .commissionReport, .incidents, .figures, .figureFile,
            .openData, .openDataFile, .practiceCourse, .practiceCertificate, .practiceMeasures, .caseImages,
            .caseImage:
            []
        }
    }

    /// One value for every field that any form has, so that no act fails for want of a field.
    private static let everything = [
        "caso": ":case", "caso-:case": "1", "codigo": ":reference", "derivacion": ":referral",
        "quien": ":person", "persona": ":person", "cuenta": "OP-13", "hecho": "age", "valor": "minor",
        "anos": "minor", "reloj": "claim", "deber": "serve", "motivo": "duplicate-check", "dia": "30/11/2026",
        "hora": "10:00", "peldano": "1", "veredicto": "justified", "fallo": "justified", "contesto": "yes",
        "canal": "phone", "canal-phone": "yes", "cifras": "123456", "nombre": "Persona+2", "cargo": "P-01",
        "puesto": "P-01", "entidad": "upe", "para": "care", "permiso": "vital-interest", "dias": "30",
        "logro": "school", "responsable": "demuna", "obligacion": "child-measure", "mes": "1",
        "campo": "name", "texto": MatrixTown.name, "documento": "OFICIO+1-2026",
        "dia-documento": "23/11/2026", "hacer": "invitar", "papel": "operator", "fin": "12",
        "inicio": "8", "firma": "no", "hasta": "30/11/2026", "lengua": "quechua", "entendio": "yes",
        "volver": "caso", "etapa": "revisar", "contacto": "cem-lima", "clase": "claim", "meta": "30+s",
        "peldano-1": "0", "peldano-2": "1+min", "peldano-3": "2+min", "peldano-4": "1+h", "peldano-5": "1+d",
        "resultado": "answered",
        "id": "abad4444444444444444444444444444", "numero": "987654321", "sugerida": "upe",
        "paso-notify-police": "yes", "va-notify-police": "i.pnp-station", "por-notify-police": "phone",
        "id-notify-police": "abad5555555555555555555555555555",
        "programa": "agenda", "llave": "0011223344556677", "ver-calendar": "yes",
        "direccion": "abad6666666666666666666666666666", "via": "email", "donde": "guardia%40example.org",
        "a-quien": "office", "mensaje": "abad7777777777777777777777777777",
        "periodo": "2026-q1", "que-muestra": "signed-act", "nota": "clara",
    ]

    /// What its requests are about: one of everything that is there, and one of what never was.
    func objects(among cases: [MatrixCase]) -> [MatrixObject] {
        let parts = rawValue.split(separator: "/")
        let hasPerson = parts.contains(":person") || self == .caseActs
        let hasReferral = parts.contains(":referral")
        var objects = [MatrixObject.absent]
        for (place, file) in cases.enumerated() {
            let stranger = cases[(place + 1) % cases.count]
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

extension PagePattern {
    /// Whether it is about the house itself: what is done there changes no case, and hangs on what was done
    /// there before.
    var isAboutHouse: Bool {
        switch self {
        case .account, .accounts, .directoryCare, .leave, .ladder, .devices, .messages, .channels, .keys,
            .figureRelease, .practice, .practiceCourse, .practiceCertificate, .practiceMeasures:
            true
        case .street, .receipt, .directory, .manual, .neutral, .accessibility, .language, .health, .ready,
            .asset, .enter, .invitation,
            .acknowledgement, .verification, .reports, .queue, .queueLive, .handover, .caseFile, .caseActs,
            .caseRefer, .casePerson, .caseReveal, .caseEmergency, .caseAcknowledgement, .caseStops, .search,
            .inbox,
            .inboxReferral, .board, .boardCase, .places, .log, .reviews, .caseDetail, .shell,
            .serviceWorker, .appManifest, .appEngine, .appBundle, .appModule, .appReports, .appStates,
            .appDevices, .appHandovers, .pushWorker, .papers, .paper, .streetSheet, .bringing, .shiftReport,
            .casePapers, .casePaper, .commissionReport, .incidents, .figures, .figureFile, .openData,
            .openDataFile, .caseImages, .caseImage:
            false
        }
    }
}
