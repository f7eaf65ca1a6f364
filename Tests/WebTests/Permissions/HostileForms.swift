import CaseRegister
import HTML
import HTTPTypes
import HummingbirdTesting

@testable import Access
@testable import Web

/// The forms that the pages print, each with somebody who may open its page.
struct HostileForms: Sendable {
    let town: MatrixTown
    let client: any TestClientProtocol

    /// One form, who has it, and those of its fields that no earlier form of the same name has.
    struct Found: Sendable {
        let form: PrintedForm
        let member: StaffMember?
        let untried: [String]

        /// What the site says to a text in one of its fields.
        func answer(_ field: String, _ text: String, on client: any TestClientProtocol) async throws -> Visit
        {
            let sent = form.sent(field, text)
            if form.isPost { return try await client.post(form.path, sent, as: member, isFresh: true) }
            let query = sent.map { "\($0.key.percentEncoded)=\($0.value.percentEncoded)" }.sorted()
            return try await client.get(
                form.path + "?" + query.joined(separator: "&"), as: member, isFresh: true)
        }
    }

    /// Every form, also those of the pages that come after a first one.
    func found() async throws -> [Found] {
        var found: [Found] = []
        var tried: [String: Set<String>] = [:]
        func take(_ page: Visit, _ member: StaffMember?) {
            for form in page.forms {
                let news = Set(form.fields.keys).subtracting([Gate.tokenField])
                    .subtracting(tried[form.name, default: []])
                guard !news.isEmpty || tried[form.name] == nil else { continue }
                tried[form.name, default: []].formUnion(news)
                found.append(Found(form: form, member: member, untried: news.sorted()))
            }
        }
        for member in [nil] + StaffMember.everybody.map(Optional.some) {
            for pattern in PagePattern.allCases where isWanted(pattern, member) {
                for object in pattern.objects(among: town.all) {
                    let address = MatrixTemplate(.get, pattern).address(of: object)
                    take(try await client.get(address, as: member, isFresh: true), member)
                }
            }
            for file in town.all where isWanted(.casePaper, member) {
                for referral in file.referrals.prefix(1) {
                    let letter = Page.casePaper(file.id, .letter, of: referral.id).address.text
                    take(try await client.get(letter, as: member, isFresh: true), member)
                }
            }
            for address in Self.details {
                guard let pattern = PagePattern(matching: address.prefix { $0 != "?" }.description),
                    isWanted(pattern, member)
                else { continue }
                take(try await client.get(address, as: member, isFresh: true), member)
            }
            // Without a fresh second factor a page asks for it first.
            take(try await client.get(PagePattern.accounts.rawValue, as: member), member)
        }
        for first in found where first.form.isPost {
            for button in first.form.buttons + [(name: "", value: "")] {
                var fields = first.form.fields
                if !button.name.isEmpty { fields[button.name] = button.value }
                take(
                    try await client.post(first.form.path, fields, as: first.member, isFresh: true),
                    first.member)
                await town.cases.restore(town.morning)
            }
        }
        return found
    }

    /// Pages that are told by their query which thing they are about.
    private static let details = [
        "/gestion/directorio?contacto=fistrap-lima-norte", "/gestion/escalera?clase=claim",
    ]

    /// Pages with forms that the visitor may open; the line of the queue has no end.
    private func isWanted(_ pattern: PagePattern, _ member: StaffMember?) -> Bool {
        guard pattern.methods.contains(.get), pattern != .queueLive, pattern != .asset else { return false }
        guard let permission = pattern.permission else { return member == nil }
        return member.map { PermissionMatrix.carried.mayOpen(permission, as: $0.acting.role) } ?? false
    }
}

extension HostileForms {
    /// How many fields there are at least: fewer would mean that pages were not seen.
    static let leastFields = 200
    /// The forms of the site, each looked at by somebody: the verbs of each address.
    private static let verbs = [
        "GET /bitacora": "",
        "GET /cifras": "",
        "GET /directorio": "",
        "GET /papeles/:paper": "",
        "GET /manual": "",
        "GET /tablero": "",
        "POST /": "",
        "POST /acuse": "",
        "POST /bandeja/:case/:referral": "accept acknowledge acknowledge-accept confirm-stop hold reject",
        "POST /buscar": "name",
        "POST /casos/:case/actos": """
        aceptar alto cerrar consentir contacto cumplir dato deber declarar desistir destruir edad \
        entregado enviar esperar explicar fin-reflexion liberar llamar lograr mensaje meta negar \
        palabra pausar pedir-cierre pedir-liberar persona rechazar recibir reflexion repetir \
        responder retirar seguimiento sellar sin-permiso soltar subir tomar unir
        """,
        "POST /casos/:case/acuse/:referral": "call link paper signer spoken",
        "POST /casos/:case/derivar": "",
        "POST /casos/:case/emergencia": "",
        "POST /casos/:case/revelar": "name",
        "POST /casos/:case/papeles/:paper": "",
        "POST /casos/:case/imagenes": "",
        "POST /cola/hoja": "",
        "POST /cola/traer": "",
        "POST /cifras/publicar": "proponer",
        "POST /comprobar": "",
        "POST /cuentas": "confirmar invitar llave",
        "POST /emergencias": "revisar",
        "POST /entrar": "",
        "POST /equipos": "",
        "POST /idioma": "",
        "POST /gestion/directorio": "cambiar llamada",
        "POST /gestion/escalera": "cambiar",
        "POST /incidentes": "",
        "POST /gestion/llaves": "crear",
        "POST /invitacion": "",
        "POST /mi-cuenta": "avisar cambiar confirmar invitar llave",
        "POST /mi-unidad": "anadir",
        "POST /practica": "ver",
        "POST /practica/constancia": "",
        "POST /practica/curso": "",
        "POST /recibo": "",
        "POST /salir": "",
        "POST /tablero/:case": "elevar pausar respondio seguimiento",
    ]

    /// Their names, as a form says its own.
    static let known = Set(
        verbs.flatMap { address, verbs in
            verbs.isEmpty ? [address] : verbs.split(separator: " ").map { "\(address) \($0)" }
        })
}

extension String {
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}
