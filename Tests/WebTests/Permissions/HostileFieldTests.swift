import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// What is typed stays text: in every field of every form, for somebody who may open its page.
///
/// The forms are those that the pages print, not a list that somebody keeps: a new field is tried by itself, and a
/// form that is not among the known ones is a failure until somebody has looked at it.
struct HostileFieldTests {
    @Test func `no field of any form brings markup back`() async throws {
        let town = try await MatrixTown()
        try await Application(router: town.web.router()).test(.router) { client in
            let forms = try await HostileForms(town: town, client: client).found()
            let names = Set(forms.map(\.form.name))
            let news = names.subtracting(HostileForms.known).sorted().joined(separator: "\n")
            let gone = HostileForms.known.subtracting(names).sorted().joined(separator: "\n")
            #expect(news.isEmpty, "forms that nobody has looked at:\n\(news)")
            #expect(gone.isEmpty, "forms that no page prints:\n\(gone)")
            var fields = 0
            for found in forms {
                for field in found.untried {
                    fields += 1
                    for text in HostileInputTests.hostile {
                        let page = try await found.answer(field, text, on: client)
                        await town.cases.restore(town.morning)
                        #expect(page.isInert, "\(found.form.name): \(field): \(text)")
                        #expect(page.status.code != 500, "\(found.form.name): \(field): \(text)")
                    }
                }
            }
            print(
                "hostile text: \(names.count) forms, \(fields) fields, \(HostileInputTests.hostile.count) texts"
            )
            #expect(fields >= HostileForms.leastFields, "\(fields) fields")
        }
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
