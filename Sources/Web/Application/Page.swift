import CaseRegister
import HTML
import HTTPTypes
import Hummingbird

/// The addresses that a screen answers at.
enum PagePattern: String, PathTable {
    case street = "/"
    case receipt = "/recibo"
    case directory = "/directorio"
    case manual = "/manual"
    case papers = "/papeles"
    case paper = "/papeles/:paper"
    case neutral = "/horario-de-limpieza"
    case accessibility = "/accesibilidad"
    case language = "/idioma"
    case health = "/salud"
    case ready = "/listo"
    case asset = "/assets/:name"

    // The street app.
    case shell = "/calle"
    case serviceWorker = "/sw.js"
    case appManifest = "/app/manifiesto/:name"
    case appEngine = "/app/motor.wasm"
    case appBundle = "/app/paquete"
    case appReports = "/app/avisos"
    case appStates = "/app/estados"
    case appDevices = "/app/equipos"
    case appHandovers = "/app/entregas"
    case appModule = "/app/:version/:name"

    // Entry.
    case enter = "/entrar"
    case leave = "/salir"
    case invitation = "/invitacion"
    case account = "/mi-cuenta"
    case reports = "/mis-avisos"

    // The control centre and the case.
    case queue = "/cola"
    case queueLive = "/cola/vivo"
    case streetSheet = "/cola/hoja"
    case bringing = "/cola/traer"
    case handover = "/relevo"
    case shiftReport = "/relevo/parte"
    case caseFile = "/casos/:case"
    case caseActs = "/casos/:case/actos"
    case caseRefer = "/casos/:case/derivar"
    case casePerson = "/casos/:case/personas/:person"
    case caseReveal = "/casos/:case/revelar"
    case caseDetail = "/casos/:case/detalle"
    case caseEmergency = "/casos/:case/emergencia"
    case caseAcknowledgement = "/casos/:case/acuse/:referral"
    case caseStops = "/casos/:case/altos"
    case casePapers = "/casos/:case/papeles"
    case casePaper = "/casos/:case/papeles/:paper"
    case caseImages = "/casos/:case/imagenes"
    case caseImage = "/casos/:case/imagenes/ver"
    case search = "/buscar"

    // The institutions.
    case inbox = "/bandeja"
    case inboxReferral = "/bandeja/:case/:referral"
    case acknowledgement = "/acuse"
    case verification = "/comprobar"

    // The Commission and those who keep the house.
    case board = "/tablero"
    case commissionReport = "/informe"
    case boardCase = "/tablero/:case"
    case places = "/focos"
    case accounts = "/cuentas"
    case directoryCare = "/gestion/directorio"
    case ladder = "/gestion/escalera"
    case messages = "/mensajes"
    case channels = "/mi-unidad"
    case pushWorker = "/avisos/sw.js"
    case log = "/bitacora"
    case reviews = "/emergencias"
    case incidents = "/incidentes"
    case figures = "/cifras"
    case figureFile = "/cifras/archivo"
    case figureRelease = "/cifras/publicar"
    case openData = "/datos"
    case openDataFile = "/datos/:name"
    case devices = "/equipos"
    case keys = "/gestion/llaves"

    // The practice, in a practice house only.
    case practice = "/practica"
    case practiceCourse = "/practica/curso"
    case practiceCertificate = "/practica/constancia"
    case practiceMeasures = "/practica/medidas"

    var path: RouterPath { RouterPath(stringLiteral: rawValue) }

    /// What the screen understands; anything else at its address is answered with 405.
    var methods: [HTTPRequest.Method] {
        switch self {
        case .street, .receipt, .enter, .invitation, .account, .handover, .caseRefer,
            .caseEmergency, .caseAcknowledgement, .search, .inboxReferral, .acknowledgement, .verification,
            .boardCase, .accounts,
            .directoryCare, .ladder, .reviews, .devices, .messages, .channels, .streetSheet, .casePaper,
            .incidents, .keys, .figureRelease, .bringing, .practice, .practiceCourse, .practiceCertificate,
            .caseImages:
            [.get, .head, .post]
        case .directory, .manual, .neutral, .accessibility, .health, .ready, .asset, .reports, .queue,
            .queueLive, .caseFile,
            .caseStops, .casePerson, .inbox, .board, .places, .log, .shell, .serviceWorker, .appManifest,
            .appEngine, .appBundle, .appModule, .pushWorker, .papers, .paper, .shiftReport, .casePapers,
            .commissionReport, .figures, .figureFile, .openData, .openDataFile, .practiceMeasures:
            [.get, .head]
        case .leave, .language, .caseActs, .caseReveal, .caseDetail, .caseImage, .appReports, .appStates,
            .appDevices,
            .appHandovers:
            [.post]
        }
    }

    /// The name under which the permission matrix knows it; nil for a page that anybody may open.
    var permission: String? {
        switch self {
        case .street, .receipt, .directory, .manual, .neutral, .accessibility, .language, .health, .ready,
            .asset, .enter, .invitation,
            .acknowledgement, .verification, .shell, .serviceWorker, .appManifest, .appEngine, .appBundle,
            .appModule, .appReports, .appStates, .appDevices, .appHandovers, .pushWorker, .papers, .paper,
            .openData, .openDataFile, .practice, .practiceCourse, .practiceCertificate:
            nil
        case .leave: "leave"
        case .account: "account"
        case .reports: "reports"
        case .queue: "queue"
        case .queueLive: "queue-live"
        case .streetSheet: "street-sheet"
        case .bringing: "bringing"
        case .handover: "handover"
        case .shiftReport: "shift-report"
        case .caseFile: "case"
        case .caseActs: "case-acts"
        case .caseRefer: "case-refer"
        case .casePerson: "case-person"
        case .caseReveal: "case-reveal"
        case .caseDetail: "case-detail"
        case .caseEmergency: "case-emergency"
        case .caseAcknowledgement: "case-acknowledgement"
        case .caseStops: "case-stops"
        case .casePapers: "case-papers"
        case .casePaper: "case-paper"
        case .caseImages: "case-images"
        case .caseImage: "case-image"
        case .search: "search"
        case .inbox: "inbox"
        case .inboxReferral: "inbox-referral"
        case .board: "board"
        case .commissionReport: "commission-report"
        case .boardCase: "board-case"
        case .places: "places"
        case .accounts: "accounts"
        case .directoryCare: "directory-care"
        case .ladder: "ladder"
        case .messages: "messages"
        case .channels: "channels"
        case .log: "log"
        case .reviews: "reviews"
        case .incidents: "incidents"
        case .devices: "devices"
        case .keys: "keys"
        case .figures: "figures"
        case .figureFile: "figures-file"
        case .figureRelease: "figures-release"
        case .practiceMeasures: "practice-measures"
        }
    }

    /// Whether it is there in a practice house only.
    var isOfPractice: Bool { rawValue.hasPrefix("/practica") }
}

/// The address of one page, to be printed into links.
enum Page: Equatable, Sendable {
    /// A page whose address has no parts of its own.
    case plain(PagePattern)
    /// The queue with one case chosen.
    case queueCase(CaseID)
    /// A later page of the queue, from 2 on.
    case queuePage(Int)
    /// A later page of the queue with one case chosen.
    case queuePageCase(CaseID, page: Int)
    case caseFile(CaseID)
    case caseActs(CaseID)
    case caseRefer(CaseID)
    case casePerson(CaseID, PersonID)
    /// One box of the page of a person.
    case casePersonPart(CaseID, PersonID, PersonPart)
    case caseReveal(CaseID)
    case caseDetail(CaseID)
    case caseEmergency(CaseID)
    case caseAcknowledgement(CaseID, ReferralID)
    /// The signed orders to stop, to be shown or printed.
    case caseStops(CaseID)
    /// One paper of a case: of a referral where it is about one, as a page or as a file.
    case casePaper(CaseID, CasePaper, of: ReferralID? = nil, asFile: Bool = false)
    case casePapers(CaseID)
    case caseImages(CaseID)
    /// Where one image is asked for; which one stands in the form.
    case caseImage(CaseID)
    /// A paper that anybody may print: of a district where it is about one.
    case paper(PublicPaper, district: String? = nil, asFile: Bool = false)
    case rightsPaper(language: String, asFile: Bool = false)
    /// The file of a paper whose address has no parts of its own.
    case file(of: PagePattern)
    case inboxReferral(CaseID, ReferralID)
    case boardCase(CaseID)
    case street
    case receipt
    case directory(district: String?)
    case manual(ManualSection?)
    case neutral
    case asset(String)
    case appManifest(AppDisguise)
    case appModule(version: String, String)

    var address: Address {
        switch self {
        case .plain(let pattern): .page(pattern.rawValue.split(separator: "/").map(String.init))
        case .queueCase(let id):
            .page(["cola"], query: [QueueView.caseField: id.text], fragment: QueueView.caseField)
        case .queuePage(let page): .page(["cola"], query: [QueueModel.pageField: String(page)])
        case .queuePageCase(let id, let page):
            .page(
                ["cola"], query: [QueueModel.pageField: String(page), QueueView.caseField: id.text],
                fragment: QueueView.caseField)
        case .caseFile(let id): .page(["casos", id.text])
        case .caseActs(let id): .page(["casos", id.text, "actos"])
        case .caseRefer(let id): .page(["casos", id.text, "derivar"])
        case .casePerson(let id, let person): .page(["casos", id.text, "personas", person.text])
        case .casePersonPart(let id, let person, let part):
            .page(["casos", id.text, "personas", person.text], fragment: part.rawValue)
        case .caseReveal(let id): .page(["casos", id.text, "revelar"])
        case .caseDetail(let id): .page(["casos", id.text, "detalle"])
        case .caseEmergency(let id): .page(["casos", id.text, "emergencia"])
        case .caseAcknowledgement(let id, let referral): .page(["casos", id.text, "acuse", referral.text])
        case .caseStops(let id): .page(["casos", id.text, "altos"])
        case .casePapers(let id): .page(["casos", id.text, "papeles"])
        case .caseImages(let id): .page(["casos", id.text, "imagenes"])
        case .caseImage(let id): .page(["casos", id.text, "imagenes", "ver"])
        case .casePaper(let id, let paper, let referral, let isFile):
            .page(
                ["casos", id.text, "papeles", paper.rawValue],
                asked: [CasePapersRoutes.referralField: referral?.text, Paper.formatField: Self.file(isFile)])
        case .paper(let paper, let district, let isFile):
            .page(
                ["papeles", paper.rawValue],
                asked: [PublicPapersRoutes.districtField: district, Paper.formatField: Self.file(isFile)])
        case .rightsPaper(let language, let isFile):
            .page(
                ["papeles", PublicPaper.rights.rawValue],
                asked: [PublicPapersRoutes.languageField: language, Paper.formatField: Self.file(isFile)])
        case .file(let pattern):
            .page(
                pattern.rawValue.split(separator: "/").map(String.init),
                query: [Paper.formatField: Paper.pdf])
        case .inboxReferral(let id, let referral): .page(["bandeja", id.text, referral.text])
        case .boardCase(let id): .page(["tablero", id.text])
        case .street: .page([])
        case .receipt: .page(["recibo"])
        case .directory(nil): .page(["directorio"])
        case .directory(let district?):
            .page(["directorio"], query: [DirectoryRoutes.districtField: district])
        case .manual(nil): .page(["manual"])
        case .manual(let section?): .page(["manual"], fragment: section.rawValue)
        case .neutral: .page(["horario-de-limpieza"])
        case .asset(let name): .page(["assets", name])
        case .appManifest(let disguise): .page(["app", "manifiesto", disguise.rawValue])
        case .appModule(let version, let name): .page(["app", version, name])
        }
    }

    private static func file(_ isFile: Bool) -> String? { isFile ? Paper.pdf : nil }
}
