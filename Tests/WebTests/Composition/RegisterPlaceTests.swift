import Testing

@testable import Composition

/// What a message may call the place of the register.
struct RegisterPlaceTests {
    @Test(arguments: [
        ("postgres://ruta@db.example:5432/ruta?sslrootcert=/etc/ca.pem", "postgres://db.example:5432/ruta"),
        ("postgres://ruta:secr%40t@db.example/ruta", "postgres://db.example/ruta"),
        ("postgres:///ruta?host=/run/postgresql&password=secret", "postgres:///ruta"),
    ])
    func `a message names the server and the database, and never a password`(server: String, name: String) {
        #expect(RegisterPlace(data: "var/ruta.sqlite", server: server).name == name)
    }

    @Test func `without a server it is called by its file`() {
        #expect(RegisterPlace(data: "var/ruta.sqlite").name == "var/ruta.sqlite")
    }

    @Test func `what is no address of a server is refused, and its password not repeated`() {
        #expect(throws: ServerSettings.Mistake(name: "RUTA_DATABASE", found: "mysql")) {
            try ServerSettings(host: nil, port: nil, data: nil, database: "mysql://ruta:secret@db/ruta")
        }
    }
}
