@testable import HTML
import Testing

struct MarkupNameTests {
    @Test func `names are equal when all their bytes are`() {
        #expect(MarkupName("href") == MarkupName("href"))
        #expect(MarkupName("href") != MarkupName("hre"))
        #expect(MarkupName("background") != MarkupName("backgroune"))
        #expect(MarkupName("") == MarkupName())
    }

    /// What lies beyond the sixteenth byte is counted, not kept: a long name is never one of the short ones.
    @Test func `a name of more than sixteen bytes is no short one`() {
        #expect(MarkupName("xlink:href-sixte") != MarkupName("xlink:href-sixteen"))
        #expect(AttributeKind(name: MarkupName("formaction-of-a-long-name")) == .plain)
        #expect(AttributeKind(name: MarkupName("formaction")) == .address)
    }

    @Test func `a name begins with its first two bytes`() {
        #expect(MarkupName("onclick").begins(with: UInt8(ascii: "o"), UInt8(ascii: "n")))
        #expect(!MarkupName("no").begins(with: UInt8(ascii: "o"), UInt8(ascii: "n")))
        #expect(!MarkupName("o").begins(with: UInt8(ascii: "o"), UInt8(ascii: "n")))
    }
}
