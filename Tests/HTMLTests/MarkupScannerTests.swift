@testable import HTML
import Testing

struct MarkupScannerTests {
    private let quote = UInt8(ascii: "\"")

    /// The place, which must be the same however the markup is cut into pieces.
    private func place(behind markup: String) -> MarkupScanner.Place {
        let bytes = Array(markup.utf8)
        let whole = place(behind: [bytes])
        for cut in bytes.indices {
            #expect(place(behind: [Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
        }
        #expect(place(behind: bytes.map { [$0] }) == whole)
        return whole
    }

    private func place(behind pieces: [[UInt8]]) -> MarkupScanner.Place {
        var scanner = MarkupScanner()
        for piece in pieces { piece.withUnsafeBufferPointer { scanner.read($0) } }
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
