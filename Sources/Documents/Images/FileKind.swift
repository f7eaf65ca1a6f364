/// What a file is by its first bytes, whatever its name says.
public enum FileKind: CaseIterable, Hashable, Sendable {
    case jpeg, png, webp
    /// Nothing was sent.
    case empty
    case pdf
    /// The pictures of some phones: HEIC, HEIF, AVIF.
    case heic
    /// ZIP and what is made of it, such as the files of Office; gzip, 7z, rar, xz, bzip2; old files of Office.
    case archive
    /// HTML, SVG, XML: text that a browser would run.
    case page
    case film
    /// A picture of a kind that is not taken: GIF, TIFF, BMP.
    case otherImage
    case unknown

    /// Whether a file of this kind is looked at further.
    public var isTaken: Bool { [.jpeg, .png, .webp].contains(self) }

    public init(of bytes: [UInt8]) {
        let head = Array(bytes.prefix(64))
        if head.isEmpty {
            self = .empty
        } else if let container = Self.container(head) {
            self = container
        } else if let (_, kind) = Self.beginnings.first(where: { head.starts(with: $0.0) }) {
            self = kind
        } else {
            self = Self.isPage(head) ? .page : .unknown
        }
    }

    /// The kinds that say what they are behind their length.
    private static func container(_ head: [UInt8]) -> FileKind? {
        let brand = Array(head.dropFirst(8).prefix(4))
        if head.starts(with: Array("RIFF".utf8)) {
            return brand == Array("WEBP".utf8) ? .webp : brand == Array("AVI ".utf8) ? .film : .unknown
        }
        guard Array(head.dropFirst(4).prefix(4)) == Array("ftyp".utf8) else { return nil }
        return pictures.contains { brand == Array($0.utf8) } ? .heic : .film
    }

    private static func isPage(_ head: [UInt8]) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = head.starts(with: mark) ? head.dropFirst(3) : head[...]
        return text.first { ![9, 10, 12, 13, 32].contains($0) } == UInt8(ascii: "<")
    }

    private static let pictures = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"]
    private static let beginnings: [([UInt8], FileKind)] = [
        ([0xFF, 0xD8, 0xFF], .jpeg), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        (Array("%PDF".utf8), .pdf), (Array("PK".utf8), .archive), ([0x1F, 0x8B], .archive),
        ([0x37, 0x7A, 0xBC, 0xAF], .archive), (Array("Rar!".utf8), .archive),
        ([0xFD, 0x37, 0x7A, 0x58], .archive), (Array("BZh".utf8), .archive),
        ([0xD0, 0xCF, 0x11, 0xE0], .archive),
        (Array("GIF8".utf8), .otherImage), ([0x49, 0x49, 0x2A, 0], .otherImage),
        ([0x4D, 0x4D, 0, 0x2A], .otherImage), (Array("BM".utf8), .otherImage),
        ([0x1A, 0x45, 0xDF, 0xA3], .film), ([0, 0, 1, 0xBA], .film), ([0, 0, 1, 0xB3], .film),
    ]
}
