import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import Documents

/// The press makes tagged files, fetches nothing, and says why where it makes none.
struct PressTests {
    @Test func `a page becomes a tagged file in its language`() async throws {
        let file = try await WeasyPrintPress().pdf(of: Self.page("<h1>Ñandú</h1><p>Prueba</p>"))
        // The dictionaries of a PDF stand in clear; its contents are packed.
        let text = String(decoding: file, as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1."))
        for mark in ["/StructTreeRoot", "/Marked true", "/Lang", "/H1", "/DisplayDocTitle true"] {
            #expect(text.contains(mark), "\(mark)")
        }
        #expect(text.contains("es-PE"))
    }

    @Test func `the same page is the same file`() async throws {
        let page = Self.page("<p>Una vez</p>")
        let first = try await WeasyPrintPress().pdf(of: page)
        let second = try await WeasyPrintPress().pdf(of: page)
        #expect(first == second)
    }

    @Test func `what a page names is not fetched`() async throws {
        let secret = URL(filePath: NSTemporaryDirectory()).appending(
            path: "ruta-press-\(UUID().uuidString).svg")
        try Data(
            "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='600'><rect width='600' height='600'/></svg>"
                .utf8
        )
        .write(to: secret)
        defer { try? FileManager.default.removeItem(at: secret) }
        let plain = try await WeasyPrintPress().pdf(of: Self.page("<img alt='x'>"))
        let naming = try await WeasyPrintPress().pdf(
            of: Self.page("<img alt='x' src='\(secret.absoluteString)'>"))
        // A drawing that was fetched would be in the file; without it both say the same.
        #expect(naming.count == plain.count)
    }

    @Test func `a page that is none still ends`() async {
        let broken: [[UInt8]] = [[], Array(repeating: 0xFF, count: 64)]
        for page in broken {
            do throws(PressFault) {
                let file = try await WeasyPrintPress().pdf(of: page)
                #expect(file.starts(with: Array("%PDF-".utf8)))
            } catch {
                #expect(error == .failed)
            }
        }
    }

    @Test func `a house without the program says so`() async {
        await #expect(throws: PressFault.notInstalled) {
            try await WeasyPrintPress(python: .path("/nowhere/python3")).pdf(of: Self.page("x"))
        }
    }

    @Test func `a program that is something else makes no file`() async {
        await #expect(throws: PressFault.failed) {
            // More than a pipe holds: it ends before it has read its page, and the house goes on.
            let page = Self.page(String(repeating: "<p>x</p>", count: 100_000))
            return try await WeasyPrintPress(python: .path("/bin/false")).pdf(of: page)
        }
    }

    @Test func `a program that never stops talking is stopped`() async throws {
        await #expect(throws: PressFault.failed) {
            try await WeasyPrintPress(python: .path("/usr/bin/yes")).pdf(of: Self.page("x"))
        }
    }

    @Test func `few are pressed at once, few wait, and the longest wait comes first`() async throws {
        let queue = PressQueue(places: 1, seats: 1)
        try await queue.enter()
        async let second: Void = queue.enter()
        // Whoever comes once the seat is taken is told at once.
        while await queue.isFull == false { await Task.yield() }
        await #expect(throws: PressFault.busy) { try await queue.enter() }
        await queue.leave()
        try await second
        await queue.leave()
        try await queue.enter()
        await queue.leave()
    }

    private static func page(_ body: String) -> [UInt8] {
        let head =
            "<!doctype html><html lang=\"es-PE\"><head><meta charset=\"utf-8\"><title>Prueba</title></head>"
        return Array("\(head)<body>\(body)</body></html>".utf8)
    }
}
