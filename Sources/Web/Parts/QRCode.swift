import CQREncode
import HTML

/// A QR code as one drawing, made on this machine; dark on light in every theme, since cameras expect it.
struct QRCode {
    private let width: Int
    /// Row by row; true is dark.
    private let modules: [Bool]

    /// A code of a text; nil where the text is empty or longer than a QR code can hold.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        // Level M: up to 15 % of a printed code may be dirty.
        guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            return nil
        }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        modules = (0..<width * width).map { data[$0] & 1 == 1 }
    }

    /// The drawing, with words for whoever does not see it.
    ///
    /// - Parameter isBig: for a paper, where the text is long and the camera old.
    func html(label: String, isBig: Bool = false) -> HTML {
        let side = width + 2 * Self.margin
        return """
            <svg class="\(isBig ? "qr big" : "qr")" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(side)v\(side)H0z"/>\
            <path fill="#000" d="\(path)"/></svg>
            """
    }

    /// One run of dark modules after the other.
    private var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, modules[row * width + column] { column += 1 }
                if column > start {
                    path +=
                        "M\(start + Self.margin) \(row + Self.margin)h\(column - start)v1h-\(column - start)z"
                }
                column += 1
            }
        }
        return path
    }

    /// The light border that readers need, in modules.
    private static let margin = 4
}
