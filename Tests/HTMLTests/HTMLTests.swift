import HTML
import Testing

struct HTMLTests {
    @Test(arguments: XSSCorpus.texts)
    func `hostile text stays text in an element`(text: String) {
        let page: HTML = "<p>\(text)</p>"
        let inside = page.text.dropFirst(3).dropLast(4)
        #expect(!inside.contains("<"))
        #expect(!inside.contains(">"))
        #expect(!inside.utf8.contains(0))
    }

    @Test(arguments: XSSCorpus.texts)
    func `hostile text stays text in an attribute`(text: String) {
        let page: HTML = "<p title=\"\(text)\">x</p>"
        #expect(page.text.filter { $0 == "\"" }.count == 2)
        #expect(page.text.filter { $0 == ">" }.count == 2)
        let attribute: HTML = "<p\(Attribute("title", text))>x</p>"
        #expect(attribute == page)
    }

    @Test func `every escape reads back as the character`() {
        let page: HTML = "<p>\("a & b < c > d \" e ' f\ng\th")</p>"
        #expect(page.text == "<p>a &amp; b &lt; c &gt; d &quot; e &#39; f\ng\th</p>")
    }

    @Test func `markup nests and is not escaped twice`() {
        let items: [HTML] = ["uno", "<dos>"].map { "<li>\($0)</li>" }
        let list: HTML = "<ul>\(items)\(nil as HTML?)</ul>"
        #expect(list.text == "<ul><li>uno</li><li>&lt;dos&gt;</li></ul>")
    }

    @Test func `numbers stand in text and in attributes`() {
        let page: HTML = "<li value=\"\(3)\">\(105)</li>"
        #expect(page.text == "<li value=\"3\">105</li>")
    }

    @Test func `flags appear only when they are on`() {
        let page: HTML = "<input\(Attribute("checked", when: true))\(Attribute("hidden", when: false))>"
        #expect(page.text == "<input checked>")
    }

    @Test func `an address stands where the browser follows it`() throws {
        let call = try #require(Address(calling: "+5116255555", extension: "2424"))
        let page: HTML = "<a class=\"call\" href=\"\(call)\">\("Fiscalía")</a>"
        #expect(page.text == "<a class=\"call\" href=\"tel:+5116255555,,2424\">Fiscalía</a>")
    }

    @Test func `text as an address ends a debug build`() async {
        await #expect(processExitsWith: .failure) {
            let hostile = "javascript:alert(1)"
            let page: HTML = "<a href=\"\(hostile)\">x</a>"
            _ = page
        }
    }

    @Test func `text outside quotes ends a debug build`() async {
        await #expect(processExitsWith: .failure) {
            let hostile = "onclick=alert(1)"
            let page: HTML = "<a \(hostile)>x</a>"
            _ = page
        }
    }

    @Test func `text in a script ends a debug build`() async {
        await #expect(processExitsWith: .failure) {
            let hostile = "alert(1)"
            let page: HTML = "<script>let a = \(hostile)</script>"
            _ = page
        }
    }
}
