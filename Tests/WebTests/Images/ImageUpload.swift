import CaseRegister
import HTTPTypes
import HummingbirdTesting
import NIOCore

@testable import Web

/// A form with an image, as a browser sends it, or as nobody should.
struct ImageUpload {
    var fields: [(name: String, value: String)]
    var file: [UInt8]? = nil
    /// What the sender calls the file.
    var name = "foto.png"
    var times = 1
    var boundary = "----ruta0123456789"
    var end = "--\r\n"
    var isFileFirst = false

    static let page = VaultTown.file + "/imagenes"
    static let opening = page + "/ver"
    static let id = String(repeating: "c", count: 32)

    /// What is filled in for an image of the person of the town.
    init(kind: String = "seal", note: String = "Sello de la puerta", file: [UInt8]?) {
        self.file = file
        fields = [
            (ImageForm.idField, Self.id), ("quien", VaultTown.person.text), (ImageForm.kindField, kind),
            (ImageForm.noteField, note),
        ]
    }

    /// The body, with the token of a session before everything else.
    func body(_ token: String) -> [UInt8] {
        let named = ([(name: Gate.tokenField, value: token)] + fields).map { field in
            part("name=\"\(field.name)\"", Array(field.value.utf8))
        }
        let head = "name=\"\(ImageForm.fileField)\"; filename=\"\(name)\""
        let files = (0..<(file == nil ? 0 : times)).map { _ in part(head, file ?? []) }
        let parts = isFileFirst ? files + named : named + files
        return parts.flatMap { $0 } + Array("--\(boundary)\(end)".utf8)
    }

    private func part(_ head: String, _ content: [UInt8]) -> [UInt8] {
        Array("--\(boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + content + [13, 10]
    }
}

extension TestClientProtocol {
    /// Sends a form with an image.
    func attach(
        _ upload: ImageUpload, as member: StaffMember, to path: String = ImageUpload.page,
        token: String? = nil,
        named boundary: String? = nil
    ) async throws -> Visit {
        let headers: HTTPFields = [
            .contentType: "multipart/form-data; boundary=\(boundary ?? upload.boundary)",
            .cookie: "\(Gate.cookieName(WebSettings()))=\(member.token).fresh",
        ]
        let body = ByteBuffer(bytes: upload.body(token ?? member.formToken))
        return try await execute(uri: path, method: .post, headers: headers, body: body) { Visit($0) }
    }
}
