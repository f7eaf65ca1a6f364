import Access
import Catalog
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// The first course: ten minutes, one page without script, one question a lesson.
struct CourseTests {
    @Test func `reading it and answering takes ten minutes`() throws {
        let model = CourseModel(try Town.catalog().content)
        #expect((6...8).contains(model.lessons.count))
        #expect((540...630).contains(model.seconds), "\(model.words) words, \(model.seconds) s")
    }

    @Test func `everything that the lessons name is on the page`() async throws {
        let model = CourseModel(try Town.catalog().content)
        try await PracticeHouse().open { client in
            let page = try await client.get("/practica/curso")
            for lesson in model.lessons {
                for text in lesson.text + lesson.signs + lesson.conduct.map(\.dont)
                    + lesson.steps.map(\.because)
                    + lesson.options.map(\.say)
                {
                    #expect(page.text.contains(text), "\(text)")
                }
            }
        }
    }

    @Test func `one wrong answer is let pass, two are not, and each is explained`() async throws {
        let house = try PracticeHouse()
        let model = CourseModel(house.catalog.content)
        try await house.open { client in
            for wrong in 0...2 {
                var fields = ["turno": "T-0427"]
                for (number, lesson) in model.lessons.enumerated() {
                    let choice = lesson.options.firstIndex { $0.isRight == (number >= wrong) }
                    fields[PracticeField.question(number)] = String(try #require(choice))
                }
                let page = try await client.post("/practica/curso", fields)
                #expect(page.text.contains(wrong < 2 ? "Curso aprobado" : "Todavía no"))
                for lesson in model.lessons { #expect(page.text.contains(lesson.why)) }
            }
        }
        let results = try await house.results().sorted { $0.score > $1.score }
        #expect(results.map(\.isPassed) == [true, true, false])
    }

    @Test func `a bad code loses no answer`() async throws {
        try await PracticeHouse().open { client in
            let page = try await client.post("/practica/curso", ["turno": "Ana", "pregunta.3": "1"])
            #expect(page.status == .unprocessableContent)
            #expect(page.filled["pregunta.3"] == "1")
        }
    }
}
