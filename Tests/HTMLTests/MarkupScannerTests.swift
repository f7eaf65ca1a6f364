@testable import HTML
import Testing

struct MarkupScannerTests {
    private let quote = UInt8(ascii: "\"")

    private func place(behind markup: String) -> MarkupScanner.Place {
        var scanner = MarkupScanner()
        for byte in markup.utf8 { scanner.read(byte) }
        return scanner.place
    }

    @Test(arguments: [
        "", "text", "<p>", "<br>", "a < b", "<p></p>", "<!doctype html>", "<!-- <p -->", "<p title='>'>",
    ])
    func `what follows a closed tag is text`(markup: String) {
        #expect(place(behind: markup) == .text)
    }

    @Test(arguments: ["<p ", "<p", "<p title=", "<p title=\"a\"", "<input checked ", "</p"])
    func `an open tag holds no text`(markup: String) {
        #expect(place(behind: markup) == .tag)
        #expect(!place(behind: markup).holdsText)
    }

    @Test(arguments: ["<p title=\"", "<p title=\"a > b ", "<INPUT VALUE=\"", "<a href=\"/\" data-place=\""])
    func `a quoted value holds text`(markup: String) {
        #expect(place(behind: markup) == .value(quote: quote, of: .plain))
    }

    @Test(arguments: [
        "<a href=\"", "<A HREF=\"", "<form\n action=\"", "<button formaction=\"", "<use xlink:href=\"",
    ])
    func `a value that is followed holds an address only`(markup: String) {
        #expect(place(behind: markup) == .value(quote: quote, of: .address))
        #expect(!place(behind: markup).holdsText)
    }

    @Test(arguments: ["<p onclick=\"", "<p style=\"", "<iframe srcdoc=\""])
    func `a value that is run holds nothing`(markup: String) {
        #expect(place(behind: markup) == .value(quote: quote, of: .code))
        #expect(!place(behind: markup).holdsText)
        #expect(!place(behind: markup).holdsAddress)
    }

    @Test(arguments: ["<script>", "<script src=\"a\">", "<style>p{", "<SCRIPT>if (a <b) "])
    func `script and style hold nothing`(markup: String) {
        #expect(place(behind: markup) == .code)
    }

    @Test func `a script ends with its tag, a comment with its mark`() {
        #expect(place(behind: "<script>a</script>") == .text)
        #expect(place(behind: "<!-- a > b") == .comment)
        #expect(!place(behind: "<!-- ").holdsText)
    }
}
