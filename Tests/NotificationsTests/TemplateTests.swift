import CaseRegister
import Catalog
import Foundation
import Notifications
import ReferralDomain
import Testing

/// P4, A23, A24: whoever reads a message over somebody's shoulder learns that there is a task, and nothing else.
struct TemplateTests {
    @Test func `every template is as its golden file says`() throws {
        let texts = try RealTexts.catalog().content.texts
        let lines = NoticeText.allCases.map { key in
            "\(key.rawValue): \(texts[key, ["code": "K7Q2-M3X9", "digits": "123456"]])"
        }
        let golden = RealTexts.folder("__Golden__").appending(path: "templates.txt")
        let expected = try String(contentsOf: golden, encoding: .utf8)
        #expect(lines.joined(separator: "\n") + "\n" == expected)
    }

    @Test func `a template is made of these words and of no others`() throws {
        for key in NoticeText.allCases {
            let text = try RealTexts.catalog().content.texts[key]
            #expect(Self.strangers(in: text).isEmpty, "\(key.rawValue): \(Self.strangers(in: text))")
        }
    }

    @Test(arguments: [
        "Tiene 1 tarea de la fiscalía. Ref. {code}.", "Caso de trata {code}", "Ref. {code} en {district}",
        "UPE Lima Norte: {code}", "Llame a Ana", "Tiene 1 tarea\r\nBcc: x", "Reunión de la Comisión {code}",
    ])
    func `a word about the crime, a body, a place or a person is found`(planted: String) {
        #expect(!Self.strangers(in: planted).isEmpty)
    }

    @Test func `no template holds the name of anything in the catalogue`() throws {
        let content = try RealTexts.catalog().content
        let names = content.institutions.map(\.name) + content.districts.map(\.name)
        for key in NoticeText.allCases {
            let text = content.texts[key].lowercased()
            for name in names { #expect(!text.contains(name.lowercased()), "\(key.rawValue) names \(name)") }
        }
    }

    @Test func `a text fits one short message and a header`() throws {
        let texts = try RealTexts.catalog().content.texts
        for key in NoticeText.allCases {
            let text = texts[key, ["code": "K7Q2-M3X9", "digits": "123456"]]
            #expect(text.utf16.count <= 70, "70 letters of UCS-2 are one message: \(text)")
            #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        }
    }

    /// What a text has beside the words that say nothing.
    private static func strangers(in text: String) -> Set<String> {
        let separators: Set<Character> = [" ", ".", ","]
        let words = text.split { separators.contains($0) }.map { String($0).lowercased() }
        return Set(words).subtracting(allowed)
    }

    private static let allowed: Set<String> = [
        "tiene", "hay", "1", "tarea", "sin", "responder", "vencida", "detenga", "respuesta", "ref", "{code}",
        "entre", "a", "ruta", "su", "código", "es", "{digits}", "escríbalo", "en",
    ]
}
