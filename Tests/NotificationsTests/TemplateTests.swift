import CaseRegister
import Catalog
import Foundation
import Notifications
import ReferralDomain
import Testing

/// P4, A23, A24: whoever reads a message over somebody's shoulder learns that there is a task, and nothing else.
///
/// That no catalogue with other words is ever used is for its check (`NoticeCheck`).
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

    @Test func `no template holds the name of anything in the catalogue`() throws {
        let content = try RealTexts.catalog().content
        let names = content.institutions.map(\.name) + content.districts.map(\.name)
        for key in NoticeText.allCases {
            let text = content.texts[key].lowercased()
            for name in names { #expect(!text.contains(name.lowercased()), "\(key.rawValue) names \(name)") }
        }
    }
}
