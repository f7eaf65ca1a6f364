import Testing

@testable import Web

/// A form with a file in it is read whole and as it was sent, or not at all.
struct UploadedFormTests {
    private static let boundary = "ruta----1"

    private static func body(_ parts: [(head: String, bytes: [UInt8])]) -> [UInt8] {
        parts.flatMap { Array("--\(boundary)\r\n\($0.head)\r\n\r\n".utf8) + $0.bytes + Array("\r\n".utf8) }
            + Array("--\(boundary)--\r\n".utf8)
    }

    private static func form(_ bytes: some Sequence<UInt8>) -> UploadedForm {
        var reader = MultipartReader(boundary: boundary, files: ["archivo", "tabla"], most: 1_000)
        reader.take(bytes)
        return reader.form
    }

    @Test func `fields and files come out as they went in, byte for byte`() {
        // Everything that could be taken for a border: half of one, line ends, hyphens, zeros.
        let file = Array("\r\n--ruta---\r\n--\r\n".utf8) + (0...255).map { UInt8($0) } + [13, 10]
        let form = Self.form(
            Self.body([
                ("Content-Disposition: form-data; name=\"entidad\"", Array("upe".utf8)),
                (
                    "content-disposition: form-data; name=\"archivo\"; filename=\"a; name=b.csv\"\r\nContent-Type: text/csv",
                    file
                ), ("Content-Disposition: form-data; name=\"vacio\"", []),
            ]))
        #expect(form.problem == nil && form.file == file && form.fileField == "archivo")
        #expect(form.fields["entidad"] == "upe" && form.fields["vacio"] == "")
    }

    @Test func `a table that comes back in a field is read as a file, and two files are too many`() {
        let table = ("Content-Disposition: form-data; name=\"tabla\"", Array("a,b\r\nc,d\r\n".utf8))
        let form = Self.form(Self.body([table]))
        #expect(form.file == table.1 && form.fileField == "tabla")
        let file = ("Content-Disposition: form-data; name=\"archivo\"; filename=\"a\"", [UInt8(65)])
        #expect(Self.form(Self.body([table, file])).problem == .several)
    }

    @Test func `a part without a name, or more parts than a page has, are no form`() {
        #expect(Self.form(Self.body([("Content-Type: text/plain", [65])])).problem == .broken)
        let many = Self.body((0..<40).map { ("Content-Disposition: form-data; name=\"f\($0)\"", [65]) })
        #expect(Self.form(many).problem == .broken)
    }

    @Test(
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"),
            ("Multipart/Form-Data; charset=utf-8; Boundary=\"a-b\"", "a-b"),
            ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
            ("multipart/form-data; boundary=\"a\u{0}b\"", nil),
            ("multipart/form-data; boundary=\(String(repeating: "x", count: 71))", nil),
        ] as [(String, String?)])
    func `the border is read from the type, and from nothing else`(type: String, boundary: String?) {
        #expect(UploadedForm.boundary(in: type) == boundary)
    }
}
