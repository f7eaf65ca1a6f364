import Documents
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// Hands a paper out: as a page, or as a PDF where a press is there.
struct PaperDesk: Sendable {
    let site: Site

    /// - Parameter asFile: whether the PDF is wanted. What keeps it from being made is said, with the way that still works.
    func response(_ paper: Paper, asFile: Bool, _ request: Request) async -> Response {
        let frame = PaperFrame(paper: paper, site: site)
        guard asFile else { return Self.page(frame.page, request) }
        guard let press = site.press else { return fault(.notInstalled, request) }
        do {
            let file = try await press.pdf(of: frame.pressed.utf8)
            let start = DrillBand.fileStart(site.settings)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/pdf", .cacheControl: "no-store",
                    .contentDisposition: "inline; filename=\"\(start)\(paper.file).pdf\"",
                ], body: .init(byteBuffer: ByteBuffer(bytes: file)))
        } catch { return fault(error, request) }
    }

    private static func page(_ page: HTML, _ request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .vary: "Accept-Encoding",
        ]
        let packed = ContentCoding.gzip.isAccepted(by: request) ? Gzip.compress(page.utf8, level: 3) : nil
        if packed != nil { headers[.contentEncoding] = "gzip" }
        return Response(
            status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: packed ?? page.utf8)))
    }

    private func fault(_ fault: PressFault, _ request: Request) -> Response {
        let words = Words<PaperText>(site.texts)
        let what =
            switch fault {
            case .notInstalled: words[.noPress]
            case .busy: words[.pressBusy]
            case .failed: words[.pressFailed]
            }
        let document = Document(
            title: words[.noFile], frame: .desk(nil),
            main: """
                <div class="narrow prose"><h1>\(words[.noFile])</h1><p>\(what)</p><p>\(words[.noFileSafe])</p>\
                <p><b>\(words[.noFileDo])</b></p></div>
                """)
        return document.response(.serviceUnavailable, site, request)
    }
}
