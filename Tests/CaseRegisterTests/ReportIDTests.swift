import CaseRegister
import Testing

struct ReportIDTests {
    @Test func `an id is read and written the same`() throws {
        let id = try ReportID(reading: "00112233445566778899aabbccddeeff")
        #expect(id.text == "00112233445566778899aabbccddeeff")
        #expect(id.bytes == [0, 17, 34, 51, 68, 85, 102, 119, 136, 153, 170, 187, 204, 221, 238, 255])
    }

    @Test(
        arguments: [
            ("", .length(0)),
            ("00112233445566778899aabbccddeef", .length(31)),
            ("00112233445566778899aabbccddeeff0", .length(33)),
            ("00112233445566778899AABBCCDDEEFF", .digit(at: 20)),
            ("g0112233445566778899aabbccddeeff", .digit(at: 0)),
            ("00112233445566778899aabbccddeef ", .digit(at: 31)),
            ("00112233-4455-6677-8899-aabbccdd", .digit(at: 8)),
            ("0011223344556677\u{0}899aabbccddeeff", .digit(at: 16)),
        ] as [(String, ReportID.Misread)])
    func `what is not an id is refused where it went wrong`(text: String, misread: ReportID.Misread) {
        #expect(throws: misread) { try ReportID(reading: text) }
    }
}
