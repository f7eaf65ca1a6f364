import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// What is typed stays text: in every field of every form, for somebody who may open its page.
///
/// The forms are those that the pages print, not a list that somebody keeps: a new field is tried by itself, and a
/// form that is not among the known ones is a failure until somebody has looked at it.
struct HostileFieldTests {
    @Test func `every form of the site is one that somebody has looked at`() async throws {
        let town = try await MatrixTown()
        try await Application(router: town.web.router()).test(.router) { client in
            let names = Set(try await HostileForms(town: town, client: client).found().map(\.form.name))
            let news = names.subtracting(HostileForms.known).sorted().joined(separator: "; ")
            let gone = HostileForms.known.subtracting(names).sorted().joined(separator: "; ")
            #expect(news == "", "forms that nobody has looked at")
            #expect(gone == "", "forms that no page prints")
        }
    }

    @Test func `no field of any form brings markup back`() async throws {
        let town = try await MatrixTown()
        try await Application(router: town.web.router()).test(.router) { client in
            let forms = try await HostileForms(town: town, client: client).found()
            let tries = forms.flatMap { found in found.untried.map { (found, $0) } }
            for (number, (found, field)) in tries.enumerated() {
                for text in Self.texts(for: number) {
                    let page = try await found.answer(field, text, on: client)
                    if await town.cases.end != town.morning.position {
                        await town.cases.restore(town.morning)
                    }
                    #expect(page.isInert, "\(found.form.name): \(field): \(text)")
                    #expect(page.status != .internalServerError, "\(found.form.name): \(field): \(text)")
                }
            }
            #expect(tries.count >= HostileForms.leastFields)
        }
    }

    /// Two texts a field: the script itself, and the others in turn, so that each is tried in fields of every kind.
    private static func texts(for number: Int) -> [String] {
        let all = HostileInputTests.hostile
        return [all[0], all[1 + number % (all.count - 1)]]
    }

    @Test func `a page that brings markup back is found`() {
        for markup in [
            "<script>alert(1)</script>", "<b onclick=alert(1)>", "<a href=\"javascript:alert(1)\">",
            "<img src=x>", "<input value='' autofocus onfocus='alert(1)'>",
        ] {
            #expect(!Visit(html: markup).isInert, "\(markup)")
        }
        #expect(Visit(html: "<input value=\"&lt;script&gt;alert(1)\" data-on=\"x\">").isInert)
    }
}
