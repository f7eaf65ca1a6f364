import CaseRegister
import Foundation
import ReferralDomain
import Testing

@testable import Notifications

/// A maker of browsers learns who calls, and nothing else.
struct PushTests {
    @Test func `a token names the maker, an end within a day, and a mailbox of the house`() throws {
        let token = PushToken(
            origin: try #require(WebOrigin(of: "https://push.example/x")),
            contact: try OfficeAddress(.email, reading: "avisos@ruta.example"),
            instant: Instant(millisecondsSinceEpoch: 1_795_000_000_000))
        var signed = ""
        let text = try #require(
            token.text { text in
                signed = text
                return "firma"
            })
        #expect(text == signed + ".firma")
        let parts = try text.split(separator: ".").prefix(2).map { try Self.opened(String($0)) }
        #expect(parts[0] == #"{"alg":"ES256","typ":"JWT"}"#)
        #expect(
            parts[1]
                == #"{"aud":"https://push.example","exp":1795043200,"sub":"mailto:avisos@ruta.example"}"#)
        #expect(token.text { _ in nil } == nil)
    }

    @Test(arguments: [
        ("https://push.example/abc", true), ("http://127.0.0.1:9000/abc", true),
        ("https://push.example", false),
        ("http://push.example/abc", false), ("https://user@push.example/abc", false),
        ("https://push.example/a b", false), ("https://PUSH.example/abc", false),
        ("javascript:alert(1)", false),
        ("https://push.example/\r\nX: y", false), ("", false),
    ])
    func `an address of a browser is at one machine, and nobody reads it on the way`(
        text: String, isOne: Bool
    ) {
        #expect((PushAddress(reading: text) != nil) == isOne)
    }

    @Test func `an address that is longer than any maker's is none`() {
        #expect(PushAddress(reading: "https://push.example/" + String(repeating: "a", count: 1_000)) == nil)
    }

    @Test(arguments: [(404, true), (410, true), (400, false), (403, false), (429, false), (503, false)])
    func `only a maker that knows of no such browser ends it`(status: Int, isEnd: Bool) {
        if case .refused = HTTPPost.outcome(of: status, as: "push") {
            #expect(isEnd)
        } else {
            #expect(!isEnd)
        }
    }

    private static func opened(_ part: String) throws -> String {
        let text = part.replacing("-", with: "+").replacing("_", with: "/")
        let padded = text + String(repeating: "=", count: (4 - text.count % 4) % 4)
        return String(decoding: try #require(Data(base64Encoded: padded)), as: UTF8.self)
    }
}
