import CaseRegister
import Foundation
import Testing

@testable import Storage

/// What an address may say, and what of it is refused before anybody is called.
struct PostgresAddressTests {
    @Test(arguments: [
        ("mysql://ruta@db/ruta", "postgres-address"),
        ("postgres://ruta@db/ruta?nonsense=1", "postgres-address"),
        ("postgres://ruta:secret@127.0.0.1/ruta", "postgres-password-in-address"),
        ("postgres://ruta@127.0.0.1/ruta?password=secret", "postgres-password-in-address"),
        ("postgres://ruta@db.example/ruta?sslmode=require", "postgres-without-tls"),
        ("postgres://ruta@127.0.0.1,db.example/ruta?sslmode=disable", "postgres-without-tls"),
        ("postgres://ruta@localhost/ruta?hostaddr=10.0.0.1&sslmode=prefer", "postgres-without-tls"),
    ])
    func `an address that cannot be trusted is refused`(text: String, code: String) {
        #expect(throws: JournalFault.other(code: code)) { try PostgresAddress(text) }
    }

    @Test func `over a network the server must prove who it is`() throws {
        #expect(try Self.parameters(of: "postgres://ruta@db.example/ruta")["sslmode"] == "verify-full")
        for near in ["postgres://ruta@127.0.0.1/ruta", "postgres:///ruta?host=/run/postgresql"] {
            #expect(try Self.parameters(of: near)["sslmode"] == nil)
        }
    }

    @Test func `the password is the first line of a file`() async throws {
        try await World.withFolder { folder in
            let file = folder + "/password"
            try "secret\n".write(toFile: file, atomically: true, encoding: .utf8)
            let near = "postgres://ruta@127.0.0.1/ruta"
            #expect(try Self.parameters(of: near, passwordFile: file)["password"] == "secret")
            #expect(try Self.parameters(of: near)["password"] == nil)
            #expect(throws: JournalFault.readOnly) { try PostgresAddress(near, passwordFile: folder + "/no") }
        }
    }

    @Test func `where nobody answers the start says so`() throws {
        let address = try PostgresAddress("postgres://ruta@/ruta?host=/nonexistent")
        #expect(throws: JournalFault.other(code: "postgres-no-connection")) {
            try PostgresDatabase(at: address)
        }
    }

    private static func parameters(
        of text: String, passwordFile: String? = nil
    ) throws -> [String: String] {
        try PostgresAddress(text, passwordFile: passwordFile).withParameters { names, values in
            var found: [String: String] = [:]
            for (name, value) in zip(names, values) {
                guard let name, let value else { continue }
                found[String(cString: name)] = String(cString: value)
            }
            return found
        }
    }
}
