import JSON
import Testing

struct JSONParserTests {
    @Test(
        arguments: [
            ("null", JSON.null),
            (" true ", .boolean(true)),
            ("\n\t\r false", .boolean(false)),
            ("0", .integer(0)),
            ("-0", .integer(0)),
            ("9223372036854775807", .integer(.max)),
            ("-9223372036854775808", .integer(.min)),
            (#""""#, .string("")),
            (#""Cañete ✋ 🧒""#, .string("Cañete ✋ 🧒")),
            (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{08}\u{0C}\n\r\t")),
            (#""\u00f1\u00F1 \ud83e\uddd2""#, .string("ññ 🧒")),
            ("[]", .array([])),
            ("[ 1 , [ 2 ] ]", .array([.integer(1), .array([.integer(2)])])),
            ("{}", .object([])),
            (#"{"b":1,"a":{"c":null}}"#, ["b": 1, "a": ["c": nil]]),
        ] as [(String, JSON)])
    func `a value is read as it stands`(text: String, expected: JSON) throws {
        #expect(try JSON.parsed(text) == expected)
    }

    @Test(
        arguments: [
            ("", .unexpectedEnd, 0),
            ("  ", .unexpectedEnd, 2),
            ("tru", .unexpectedEnd, 3),
            ("trub", .unexpectedByte, 3),
            ("nul", .unexpectedEnd, 3),
            ("{", .unexpectedEnd, 1),
            (#"{"a""#, .unexpectedEnd, 4),
            (#"{"a":"#, .unexpectedEnd, 5),
            (#"{"a":1"#, .unexpectedEnd, 6),
            (#"{"a":1,}"#, .unexpectedByte, 7),
            (#"{"a" 1}"#, .unexpectedByte, 5),
            ("{a:1}", .unexpectedByte, 1),
            ("[1,]", .unexpectedByte, 3),
            ("[1 2]", .unexpectedByte, 3),
            ("'a'", .unexpectedByte, 0),
            ("\u{FEFF}1", .unexpectedByte, 0),
            ("1 1", .trailingData, 2),
            ("{}x", .trailingData, 2),
            (#"{"a":1,"b":2,"a":3}"#, .duplicateKey, 13),
            (#"{"a":1,"\u0061":3}"#, .duplicateKey, 7),
            ("1.5", .notWhole, 0),
            ("[1e3]", .notWhole, 1),
            ("1E3", .notWhole, 0),
            ("-", .unexpectedEnd, 1),
            ("-a", .unexpectedByte, 1),
            ("+1", .unexpectedByte, 0),
            ("01", .unexpectedByte, 1),
            ("-00", .unexpectedByte, 2),
            ("9223372036854775808", .outOfRange, 0),
            ("-9223372036854775809", .outOfRange, 0),
            ("[99999999999999999999999]", .outOfRange, 1),
            (#""a"#, .unexpectedEnd, 2),
            (#""a\"#, .unexpectedEnd, 3),
            (#""a\x""#, .unknownEscape, 2),
            (#""\u12g4""#, .unknownEscape, 5),
            (#""\u12"#, .unexpectedEnd, 5),
            (#""a\u0000""#, .nul, 2),
            (#""\ud83e""#, .loneSurrogate, 1),
            (#""\ud83e\n""#, .loneSurrogate, 1),
            (#""\ud83e\u0041""#, .loneSurrogate, 1),
            (#""x\udd12""#, .loneSurrogate, 2),
            ("\"a\u{0}\"", .nul, 2),
            ("\"a\n\"", .controlCharacter, 2),
            ("\"\u{1F}\"", .controlCharacter, 1),
        ] as [(String, JSON.Misread.Reason, Int)])
    func `what is not one clear value is refused where it went wrong`(
        text: String, reason: JSON.Misread.Reason, offset: Int
    ) {
        #expect(JSON.refusal(of: Array(text.utf8)) == JSON.Misread(reason: reason, offset: offset))
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE2, 0x82],
            [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x9F, 0xA7], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are refused and never repaired`(wrong: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let bytes = [quote, UInt8(ascii: "a")] + wrong + [quote]
        #expect(JSON.refusal(of: bytes) == JSON.Misread(reason: .notUTF8, offset: 2))
    }

    @Test func `sixteen containers within each other are read and seventeen are not`() throws {
        let open = String(repeating: "[", count: 16)
        let close = String(repeating: "]", count: 16)
        #expect(try JSON.parsed(open + close)[0] != nil)
        #expect(
            JSON.refusal(of: Array("[\(open)\(close)]".utf8)) == JSON.Misread(reason: .tooDeep, offset: 16))
        let objects = String(repeating: #"{"a":"#, count: 17)
        #expect(JSON.refusal(of: Array(objects.utf8))?.reason == .tooDeep)
    }

    @Test func `a million opening brackets do not exhaust the stack`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(JSON.refusal(of: bytes) == JSON.Misread(reason: .tooDeep, offset: 16))
    }

    @Test func `a key that comes twice is found among many`() throws {
        let many = (0..<2_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        #expect(try JSON.parsed("{\(many)}")["k1999"]?.integer == 1999)
        #expect(JSON.refusal(of: Array("{\(many),\"k7\":0}".utf8))?.reason == .duplicateKey)
    }

    @Test func `no beginning of a report is mistaken for the whole`() {
        let text = #"{"id":"ñ","facts":{"age":"child","danger":"no"},"signs":["A01","B02"],"at":-12}"#
        let bytes = Array(text.utf8)
        for length in bytes.indices {
            #expect(JSON.refusal(of: Array(bytes[..<length])) != nil, "cut at \(length)")
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `damaged bytes are refused or read and never stop the program`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let text = #"{"id":"ñ🧒\n\u00f1","facts":{"age":"child"},"signs":["A01",true,null,-12]}"#
        for _ in 0..<5_000 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                    in: .min ... .max, using: &random)
            }
            if let refused = JSON.refusal(of: bytes) { #expect((0...bytes.count).contains(refused.offset)) }
        }
    }
}
