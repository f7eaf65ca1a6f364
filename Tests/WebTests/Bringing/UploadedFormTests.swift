import Testing

@testable import Web

/// A form with a file in it is read whole and as it was sent, or not at all.
struct UploadedFormTests {
    private static let boundary = "ruta----1"

    private static func body(_ parts: [(head: String, bytes: [UInt8])]) -> [UInt8] {
        parts.flatMap { Array("--\(boundary)\r\n\($0.head)\r\n\r\n".utf8) + $0.bytes + Array("\r\n".utf8) }
            + Array("--\(boundary)--\r\n".utf8)
    }

    @Test func `fields and files come out as they went in, byte for byte`() {
        // Everything that could be taken for a border: half of one, line ends, hyphens, zeros.
        let file = Array("\r\n--ruta---\r\n--\r\n".utf8) + (0...255).map { UInt8($0) } + [13, 10]
        let parts = UploadedForm.parts(
            of: Self.body([
                ("Content-Disposition: form-data; name=\"entidad\"", Array("upe".utf8)),
                (
                    "content-disposition: form-data; name=\"archivo\"; filename=\"a; name=b.csv\"\r\nContent-Type: text/csv",
                    file
                ), ("Content-Disposition: form-data; name=\"vacio\"", []),
            ]), between: Self.boundary)
        #expect(parts == ["entidad": Array("upe".utf8), "archivo": file, "vacio": []])
    }

    @Test func `a body that is cut short anywhere is no form`() {
        let whole = Self.body([
            ("Content-Disposition: form-data; name=\"a\"", Array("b".utf8)),
            ("Content-Disposition: form-data; name=\"c\"", Array("d\r\n".utf8)),
        ])
        #expect(UploadedForm.parts(of: whole, between: Self.boundary) != nil)
        for length in 0..<(whole.count - 2) {
            #expect(
                UploadedForm.parts(of: Array(whole.prefix(length)), between: Self.boundary) == nil,
                "\(length)")
        }
    }

    @Test func `a part without a name, or more parts than a page has, are no form`() {
        let nameless = Self.body([("Content-Type: text/plain", [65])])
        #expect(UploadedForm.parts(of: nameless, between: Self.boundary) == nil)
        let many = Self.body((0..<40).map { ("Content-Disposition: form-data; name=\"f\($0)\"", [65]) })
        #expect(UploadedForm.parts(of: many, between: Self.boundary) == nil)
    }

    @Test(
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"),
            ("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"", "a b"),
            ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
            ("text/plain; boundary=abc", nil),
            ("multipart/mixed; boundary=abc", nil),
            ("multipart/form-data; boundary=\(String(repeating: "x", count: 71))", nil),
        ] as [(String, String?)])
    func `the border is read from the type, and from nothing else`(type: String, boundary: String?) {
        #expect(UploadedForm.boundary(in: type) == boundary)
    }
}
