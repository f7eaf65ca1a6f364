import Testing

@testable import Sealing

/// One person written in five ways is found in all of them; two persons are kept apart.
struct BlindIndexTests {
    @Test(arguments: [
        "María López", "MARIA LOPEZ", " maria   lópez ", "Mari\u{301}a Lo\u{301}pez", "maría-lópez",
        "MARÍA\tLÓPEZ.",
        "Ｍａｒｉａ López", "mari\u{200B}a lopez",
    ])
    func `a name is found however it was written`(written: String) {
        #expect(BlindIndex.folded(written, field: "name") == "maria lopez")
    }

    @Test(arguments: ["12345678", "1234 5678", "12.345.678", " 1234-5678 ", "DNI"])
    func `a document keeps its letters and digits only`(written: String) {
        let expected = written == "DNI" ? "dni" : "12345678"
        #expect(BlindIndex.folded(written, field: "document") == expected)
    }

    @Test func `an eñe is found as an ene, as people type it abroad`() {
        #expect(BlindIndex.folded("Ñúñez", field: "name") == "nunez")
    }

    @Test func `another name, another field and another key give another token`() throws {
        let key = try Samples.key()
        let token = BlindIndex.token(of: "Ana Ruiz", field: "name", key: key)
        #expect(token.count == 32)
        #expect(token != BlindIndex.token(of: "Anar Uiz", field: "name", key: key))
        #expect(token != BlindIndex.token(of: "Ana Ruiz", field: "document", key: key))
        #expect(token != BlindIndex.token(of: "Ana Ruiz", field: "name", key: try Samples.key(1)))
    }

    @Test func `what folds to nothing cannot be found`() {
        #expect(!BlindIndex.isIndexable(" - . ", field: "name"))
        #expect(!BlindIndex.isIndexable("", field: "document"))
        #expect(BlindIndex.isIndexable("Ana", field: "name"))
    }
}
