import HTTPTypes
import JSON
import Testing

@testable import Web

/// What a phone fetches of the app.
struct ShellTests {
    private func header(_ name: String, _ headers: HTTPFields) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }

    @Test func `the shell may run the engine and read a QR, and no other page may`() async throws {
        try await AppTown().open { client in
            let shell = try await client.get("/calle")
            #expect(shell.status == .ok)
            let policy = header("Content-Security-Policy", shell.headers) ?? ""
            #expect(policy.contains("script-src 'self' 'wasm-unsafe-eval';"))
            #expect(policy.contains("worker-src 'self'; manifest-src 'self'"))
            #expect(header("Permissions-Policy", shell.headers)?.contains("camera=(self)") == true)
            let street = try await client.get("/")
            #expect(header("Permissions-Policy", street.headers)?.contains("camera=()") == true)
            #expect(header("Content-Security-Policy", street.headers)?.contains("wasm") == false)
            #expect(shell.headers[.setCookie] == nil)
        }
    }

    @Test func `every file that the service worker keeps is there, and so is every import of a module`()
        async throws
    {
        try await AppTown().open { client in
            let (status, headers, worker) = try await client.bytes("/sw.js")
            #expect(status == .ok)
            #expect(header("Service-Worker-Allowed", headers) == "/")
            #expect(headers[.cacheControl] == "no-cache")
            let first = try #require(worker.split(separator: UInt8(ascii: "\n")).first)
            let text = String(decoding: first, as: UTF8.self)
            let told = Array(text.dropFirst("const KEPT = ".count).dropLast().utf8)
            let list = try JSON(parsing: told)
            let files = list["files"]?.array?.compactMap(\.string) ?? []
            #expect(files.contains("/calle") && files.contains("/app/motor.wasm"))
            for file in files { #expect(try await client.bytes(file).0 == .ok, "\(file)") }
            var modules: [String: String] = [:]
            for pack in ["first", "later"] {
                let address = try #require(list[pack]?.string)
                let held = try await client.bytes(address)
                #expect(held.0 == .ok)
                for member in try #require(JSON(parsing: held.2).object) {
                    #expect(modules.updateValue(member.value.string ?? "", forKey: member.key) == nil)
                }
            }
            for (address, module) in modules {
                #expect(try await client.bytes(address).2 == Array(module.utf8))
                for found in module.matches(of: /(?:from|import)[ (]+'\.\/([a-z]+\.js)'/) {
                    let name = String(found.output.1)
                    #expect(modules.keys.contains { $0.hasSuffix("/\(name)") }, "\(address) imports \(name)")
                }
            }
            #expect(modules.count == AppModules.all.count)
        }
    }

    @Test func `what a report needs imports nothing of the later pack`() {
        for (name, content) in AppModules.all where !AppModules.later.contains(name) {
            let module = String(decoding: content, as: UTF8.self)
            for found in module.matches(of: /(?m)^import .*'\.\/([a-z]+\.js)'/) {
                #expect(
                    !AppModules.later.contains(String(found.output.1)), "\(name) imports \(found.output.1)")
            }
        }
    }

    @Test func `a module is kept for ever under its version, and another version is not there`() async throws
    {
        let town = try AppTown()
        let version = try #require(town.web.site.app?.files.version)
        try await town.open { client in
            let (status, headers, _) = try await client.bytes("/app/\(version)/app.js")
            #expect(status == .ok)
            #expect(headers[.cacheControl]?.contains("immutable") == true)
            #expect(headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(try await client.bytes("/app/0000000000/app.js").0 == .notFound)
            #expect(try await client.bytes("/app/\(version)/none.js").0 == .notFound)
        }
    }

    @Test(arguments: ["turnos", "notas", "linterna"])
    func `a manifest has a neutral name and an icon that is there`(name: String) async throws {
        try await AppTown().open { client in
            let (status, headers, bytes) = try await client.bytes("/app/manifiesto/\(name)")
            #expect(status == .ok)
            #expect(headers[.contentType] == "application/manifest+json")
            let manifest = try JSON(parsing: bytes)
            #expect(manifest["start_url"] == "/calle")
            let said = manifest.text(.canonical).lowercased()
            for word in ["ruta", "trata", "policía", "víctima"] { #expect(!said.contains(word)) }
            let icon = try #require(manifest["icons"]?[0]?["src"]?.string)
            #expect(try await client.bytes(icon).0 == .ok)
        }
    }

    @Test func `a bundle that the phone has is not sent again`() async throws {
        try await AppTown().open { client in
            let (status, headers, bytes) = try await client.bytes("/app/paquete")
            #expect(status == .ok)
            #expect(bytes.count < AppBundle.mostBytes)
            let tag = try #require(headers[.eTag])
            let again = try await client.bytes("/app/paquete", [.ifNoneMatch: tag])
            #expect(again.0 == .notModified && again.2.isEmpty)
            let policy = try #require(HTTPField.Name("Content-Security-Policy"))
            #expect(again.1[policy] == nil, "four hundred bytes that say nothing new")
            let shell = try await client.bytes("/calle")
            let same = try await client.bytes("/calle", [.ifNoneMatch: try #require(shell.1[.eTag])])
            #expect(same.0 == .notModified)
            #expect(
                same.1[policy] == shell.1[policy], "what a browser would take over must still run the engine")
            let packed = try await client.bytes("/app/paquete", [.acceptEncoding: "gzip"])
            #expect(try Inflated(gzip: packed.2).content == bytes)
        }
    }

    @Test func `without an engine no app is offered, and the pages of the street serve`() async throws {
        try await AppTown(engine: nil).open { client in
            let shell = try await client.get("/calle")
            #expect(shell.status == .seeOther)
            #expect(shell.headers[.location] == "/")
            #expect(try await client.bytes("/sw.js").0 == .notFound)
            #expect(try await client.bytes("/app/motor.wasm").0 == .notFound)
            let street = try await client.get("/")
            #expect(!street.html.contains("/calle") && !street.html.contains("data-app"))
        }
        try await AppTown().open { client in
            let street = try await client.get("/")
            #expect(street.html.contains("href=\"/calle#es-PE\"") && street.html.contains("data-app"))
        }
    }
}
