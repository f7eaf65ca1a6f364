import Catalog
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// One page, ready to be wrapped and sent.
struct Document: Sendable {
    /// What stands in the tab and in the list of recent pages.
    let title: String
    let frame: Frame
    let main: HTML

    /// What stands around the content.
    enum Frame: Equatable, Sendable {
        /// One thumb, at night: a short head with the way out.
        case street(StreetHead)
        /// A desk: the head with all sections.
        case desk(DeskSection?)
        /// A desk without a session whose page is worked with: the head of a desk, the parts of staff pages.
        case counter
        /// A desk with a session: the head with the pages of the role.
        case staff(StaffHead)
        /// Nothing that says what this site is for.
        case neutral
    }

    func response(_ status: HTTPResponse.Status, _ site: Site, _ request: Request) -> Response {
        // Only what an address opens can be opened again by it; and a page of an error repeats nothing that was asked.
        let isOpened = status == .ok && (request.method == .get || request.method == .head)
        let address = isOpened ? LanguageRoutes.way(back: request.uri.description) : nil
        let page = PageFrame(document: self, site: site, address: address).html.utf8
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .vary: "Accept-Encoding",
        ]
        let compressed =
            ContentCoding.gzip.isAccepted(by: request) ? Gzip.compress(page, level: frame.gzipLevel) : nil
        if compressed != nil { headers[.contentEncoding] = "gzip" }
        let bytes = compressed ?? page
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Document.Frame {
    /// How hard a page is packed: a phone at night waits for every byte, a desk for the processor.
    ///
    /// Level 3 takes half the time of level 6 for a tenth more bytes.
    fileprivate var gzipLevel: Int32 {
        switch self {
        case .street, .desk, .neutral: 6
        case .counter, .staff: 3
        }
    }
}
