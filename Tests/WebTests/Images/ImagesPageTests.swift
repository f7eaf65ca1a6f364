import Access
import CaseRegister
import Documents
import HTTPTypes
import HummingbirdTesting
import NIOCore
import ReferralDomain
import Testing

@testable import Web

/// An image comes in only by whoever works on the case, is kept once, and is shown to whoever may open its part.
struct ImagesPageTests {
    private static let canary = "CANARIO-GPS-12.046373S"
    private static let photo = TestPNG(width: 40, height: 30, words: canary).bytes

    /// The site with the real door, and a case that was sent to the protection unit.
    private static func town(sentTo member: StaffMember? = .protection) async throws -> VaultTown {
        let town = try VaultTown(images: PillowDoor())
        try await town.openCase()
        if let member { try await town.refer(to: member) }
        return town
    }

    private static func open(
        _ client: any TestClientProtocol, as member: StaffMember, because reason: String = "attend-person",
        more: [String: String] = [:], isFresh: Bool = true
    ) async throws -> Visit {
        let fields = [ImageForm.idField: ImageUpload.id, "motivo": reason].merging(more) { $1 }
        return try await client.post(ImageUpload.opening, fields, as: member, isFresh: isFresh)
    }

    @Test func `an image is kept once, listed without its picture and opened with a reason`() async throws {
        let town = try await Self.town()
        try await town.open { client in
            for _ in 1...2 {
                let sent = try await client.attach(ImageUpload(file: Self.photo), as: .caseManager)
                #expect(sent.status == .seeOther && sent.headers[.location] == ImageUpload.page)
            }
            #expect(try await town.vault.images(of: VaultTown.caseID).count == 1)
            #expect(await town.logged(.imageAttached) == 1)
            for member in [StaffMember.caseManager, .protection] {
                let list = try await client.get(ImageUpload.page, as: member)
                #expect(list.text.contains("Un sello o un precinto") && list.text.contains("1 KB"))
                #expect(list.text.contains("Unidad demuna-150135"))
                #expect(!list.html.contains("Sello de la puerta") && !list.html.contains("<img"))
                let picture = try await client.execute(
                    uri: ImageUpload.opening, method: .post,
                    headers: [
                        .contentType: "application/x-www-form-urlencoded",
                        .cookie: "\(Gate.cookieName(WebSettings()))=\(member.token).fresh",
                    ],
                    body: ByteBuffer(
                        string:
                            "\(Gate.tokenField)=\(member.formToken)&numero=\(ImageUpload.id)&motivo=attend-person"
                    )
                ) { response in
                    #expect(response.status == .ok)
                    return (response.headers, Array(response.body.readableBytesView))
                }
                #expect(PlainJPEG(checking: picture.1)?.width == 40)
                #expect(picture.0[.contentType] == "image/jpeg" && picture.0[.cacheControl] == "no-store")
                let policy = HTTPField.Name("Content-Security-Policy").flatMap { picture.0[$0] }
                #expect(policy == "sandbox; default-src 'none'")
                #expect(HTTPField.Name("X-Content-Type-Options").flatMap { picture.0[$0] } == "nosniff")
                #expect(picture.0[.contentDisposition] == "inline")
                let note = try await Self.open(client, as: member, more: [ImageForm.noteField: "si"])
                #expect(note.text.contains("Sello de la puerta") && note.text.contains("Bitácora n.º"))
                #expect(note.headers[.cacheControl] == "no-store")
            }
            #expect(await town.logged(.reveal) == 4)
        }
    }

    @Test func `nobody else attaches, lists or opens, and it looks as if there were no case`() async throws {
        let town = try await Self.town()
        try await town.open { client in
            let sent = try await client.attach(ImageUpload(file: Self.photo), as: .caseManager)
            #expect(sent.status == .seeOther)
            let absent = "/casos/\(String(repeating: "f", count: 32))/imagenes"
            for member in StaffMember.everybody
            where ![StaffMember.caseManager, .protection].contains(where: { $0.token == member.token }) {
                let list = try await client.get(ImageUpload.page, as: member)
                let none = try await client.get(absent, as: member)
                #expect(list.status == .notFound && list.html == none.html, "\(member.token)")
                let refused = try await client.attach(ImageUpload(file: Self.photo), as: member)
                let nowhere = try await client.attach(ImageUpload(file: Self.photo), as: member, to: absent)
                #expect(refused.status == .notFound && refused.html == nowhere.html, "\(member.token)")
                let closed = try await Self.open(client, as: member)
                #expect(closed.status == .notFound, "\(member.token)")
            }
            #expect(try await town.vault.images(of: VaultTown.caseID).count == 1)
            #expect(await town.logged(.reveal) == 0)
        }
    }

    @Test func `without a reason, a fresh second factor or the log nothing is opened`() async throws {
        let town = try await Self.town()
        try await town.open { client in
            _ = try await client.attach(ImageUpload(file: Self.photo), as: .caseManager)
            let curious = try await Self.open(client, as: .caseManager, because: "curiosity")
            #expect(curious.status == .unprocessableContent && curious.text.contains("Falta el motivo"))
            let asked = try await Self.open(client, as: .caseManager, isFresh: false)
            #expect(asked.text.contains("Confirmar que es usted"))
            #expect(asked.hidden[ImageForm.idField] == ImageUpload.id)
            let other = [ImageForm.idField: String(repeating: "d", count: 32)]
            #expect(try await Self.open(client, as: .caseManager, more: other).status == .notFound)
            await town.log.fail(with: .diskFull)
            let broken = try await Self.open(client, as: .caseManager)
            #expect(broken.status == .serviceUnavailable)
            #expect(await town.logged(.reveal) == 0)
        }
    }

    @Test func `a refused image says what is wrong, and the form keeps what was typed`() async throws {
        let cases: [(file: [UInt8]?, status: HTTPResponse.Status, words: String)] = [
            (nil, .unprocessableContent, "No llegó ninguna imagen"),
            ([], .unprocessableContent, "No llegó ninguna imagen"),
            (Array("%PDF-1.7".utf8), .unsupportedMediaType, "documento pdf"),
            (Array("PK\u{3}\u{4}word".utf8), .unsupportedMediaType, "comprimido o de oficina"),
            (Array("\0\0\0\u{18}ftypheic".utf8), .unsupportedMediaType, "como jpg"),
            (Array("<svg onload=alert(1)>".utf8), .unsupportedMediaType, "página web"),
            (Array("GIF89a".utf8), .unsupportedMediaType, "no se acepta"),
            (Array("\0\0\0\u{18}ftypisom".utf8), .unsupportedMediaType, "Esto es un video"),
            (Array(Self.photo.prefix(60)), .unprocessableContent, "dañada o incompleta"),
            (TestPNG(width: 0, height: 9, words: "").bytes, .unprocessableContent, "dañada"),
            (Self.photo + [UInt8](repeating: 0, count: 5_000_000), .contentTooLarge, "más de 5 MB"),
        ]
        let town = try await Self.town()
        try await town.open { client in
            for (file, status, words) in cases {
                let upload = ImageUpload(note: "Puerta de \"atrás\"", file: file)
                let page = try await client.attach(upload, as: .protection)
                #expect(page.status == status, "\(words)")
                #expect(page.text.contains(words) && page.text.contains("Lo demás sigue escrito"), "\(words)")
                #expect(page.filled[ImageForm.kindField] == "seal", "\(words)")
                #expect(page.filled[ImageForm.idField] == ImageUpload.id, "\(words)")
                #expect(page.html.contains("value=\"Puerta de &quot;atrás&quot;\""), "\(words)")
            }
            #expect(try await town.vault.images(of: VaultTown.caseID).isEmpty)
            #expect(await town.logged(.imageAttached) == 0)
            let mended = try await client.attach(ImageUpload(file: Self.photo), as: .protection)
            #expect(mended.status == .seeOther)
        }
    }

    @Test func `a form that no browser sends is refused in words and keeps nothing`() async throws {
        var uploads: [(String, ImageUpload, String?)] = []
        func add(_ name: String, named boundary: String? = nil, _ change: (inout ImageUpload) -> Void) {
            var upload = ImageUpload(file: Self.photo)
            change(&upload)
            uploads.append((name, upload, boundary))
        }
        add("another boundary", named: "----ruta") { _ in }
        add("no end") { $0.end = "" }
        add("two images") { $0.times = 2 }
        add("forty parts") { $0.times = 40 }
        add("no person") { $0.fields.removeAll { $0.name == "quien" } }
        add("no kind") { $0.fields.removeAll { $0.name == ImageForm.kindField } }
        add("a kind of nobody") { $0.fields[2].value = "face" }
        add("a stranger") { $0.fields[1].value = String(repeating: "e", count: 32) }
        add("a long note") { $0.fields[3].value = String(repeating: "ñ", count: 201) }
        add("a vast note") { $0.fields[3].value = String(repeating: "x", count: 100_000) }
        add("a name that is none") { $0.fields[3].name = "nota<b>" }
        add("a nameless field") { $0.fields[3].name = "" }
        let town = try await Self.town()
        try await town.open { [uploads] client in
            for (name, upload, boundary) in uploads {
                let page = try await client.attach(upload, as: .caseManager, named: boundary)
                #expect(page.status == .unprocessableContent, "\(name)")
                #expect(page.isInert, "\(name)")
            }
            let forged = try await client.attach(
                ImageUpload(file: Self.photo), as: .caseManager, token: "form-of-somebody-else")
            #expect(forged.status == .unprocessableContent)
            #expect(try await town.vault.images(of: VaultTown.caseID).isEmpty)
            #expect(await town.logged(.imageAttached) == 0)
        }
    }

    @Test(arguments: [
        "../../etc/passwd", "a\u{0}.png", "C:\\x\\" + String(repeating: "n", count: 3_000), "x.php",
        "<b>.svg",
        "Persona de Práctica.jpg",
    ])
    func `the name of a file goes nowhere`(name: String) async throws {
        let town = try await Self.town()
        try await town.open { client in
            var upload = ImageUpload(file: Self.photo)
            upload.name = name
            upload.isFileFirst = true
            #expect(try await client.attach(upload, as: .caseManager).status == .seeOther)
            let list = try await client.get(ImageUpload.page, as: .caseManager)
            #expect(!list.html.contains(name) && list.isInert)
            let leaf = try #require(
                await town.log.list(AuditFilter(action: VaultAction.imageAttached.rawValue)).first)
            #expect(!leaf.entry.objects.contains { name.contains($0) })
        }
    }

    @Test func `what a unit may not open it may not attach either`() async throws {
        let town = try await Self.town(sentTo: .police)
        try await town.open { client in
            let care = ImageUpload(kind: "care-paper", file: Self.photo)
            #expect(try await client.attach(care, as: .caseManager).status == .seeOther)
            let form = try await client.get(ImageUpload.page, as: .police)
            #expect(form.status == .ok && !form.html.contains("value=\"care-paper\""))
            let refused = try await client.attach(
                ImageUpload(kind: "care-paper", file: Self.photo), as: .police)
            #expect(refused.status == .unprocessableContent)
            #expect(try await Self.open(client, as: .police).status == .forbidden)
        }
    }

    @Test func `a house without the program says so and keeps the form`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            let page = try await client.attach(ImageUpload(file: Self.photo), as: .caseManager)
            #expect(page.status == .serviceUnavailable && page.text.contains("aún no recibe imágenes"))
            #expect(page.filled[ImageForm.kindField] == "seal")
        }
    }

    @Test func `a form that comes in pieces of any length is the same form`() {
        var upload = ImageUpload(file: Self.photo + Array("\r\n------ruta".utf8))
        upload.fields[3].value = "ñandú\r"
        let body = upload.body("token")
        var whole: UploadedForm?
        for length in [1, 2, 3, 5, 7, 16, 61, 997, body.count] {
            var reader = MultipartReader(boundary: upload.boundary, files: [ImageForm.fileField], most: 5_000)
            for start in stride(from: 0, to: body.count, by: length) {
                reader.take(body[start..<min(start + length, body.count)])
            }
            whole = whole ?? reader.form
            #expect(reader.form == whole, "\(length)")
        }
        #expect(whole?.file == upload.file && whole?.problem == nil)
        #expect(whole?.fields["quien"] == VaultTown.person.text)
        // What has control characters is dropped as in every form.
        #expect(whole?.fields[ImageForm.noteField] == nil)
    }

    @Test func `a form that was cut off anywhere is never whole`() {
        let upload = ImageUpload(file: Self.photo)
        let body = upload.body("token")
        for end in 0..<(body.count - 2) {
            var reader = MultipartReader(boundary: upload.boundary, files: [ImageForm.fileField], most: 5_000)
            reader.take(body[..<end])
            #expect(reader.form.problem == .broken && reader.form.file.isEmpty, "\(end)")
        }
    }
}
