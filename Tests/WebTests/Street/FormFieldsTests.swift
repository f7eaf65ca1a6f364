import Testing

@testable import Web

struct FormFieldsTests {
    @Test func `of several fields with one name the last counts`() {
        let fields = FormFields(urlEncoded: "fact.danger=yes&fact.danger=no".utf8)
        #expect(fields["fact.danger"] == "no")
    }

    @Test func `pluses and percents become characters`() {
        let fields = FormFields(urlEncoded: "a%20b=c+d%26%C3%B1&e=&f".utf8)
        #expect(fields.values == ["a b": "c d&ñ", "e": "", "f": ""])
    }

    @Test(arguments: ["%00", "a%0Ab", "%1B%5B31m", "%C2%85", "%ff%fe", "%zz", "%4"])
    func `broken text and control characters are refused by name`(value: String) {
        let fields = FormFields(urlEncoded: "x=1&code=\(value)&y=2".utf8)
        #expect(fields.values == ["x": "1", "y": "2"])
        #expect(fields.refused == ["code"])
    }

    @Test func `nothing is read out of nothing`() {
        let fields = FormFields(urlEncoded: "&&=&=a&%00=b".utf8)
        #expect(fields.values.isEmpty)
        #expect(fields.refused.isEmpty)
    }
}
