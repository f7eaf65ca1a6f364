/// Follows markup byte by byte and knows what may stand at the present place.
struct MarkupScanner {
    private(set) var place: Place = .text
    /// The bytes since the last separator inside a tag: the name of the tag or of the attribute.
    private var name = MarkupName()
    private var element = MarkupName()
    private var isNamingElement = false
    private var previous: (UInt8, UInt8) = (0, 0)

    /// Where in the markup a value would stand.
    enum Place: Equatable {
        case text
        /// Behind `<`, where the name of an element or a comment begins.
        case opening
        case tag
        case value(quote: UInt8, of: AttributeKind)
        case comment
        /// The content of `script` or `style`.
        case code

        var holdsText: Bool {
            switch self {
            case .text: true
            case .value(_, let kind): kind == .plain
            case .opening, .tag, .comment, .code: false
            }
        }

        var holdsAddress: Bool {
            if case .value(_, .address) = self { return true }
            return false
        }
    }

    /// Reads the next piece of markup; where nothing can change the place, it looks only for what ends it.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var position = 0
        while position < bytes.count {
            let next: Int
            switch place {
            case .text: next = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            case .value(let quote, _): next = bytes[position...].firstIndex(of: quote) ?? bytes.count
            case .opening, .tag, .comment, .code: next = position
            }
            if next > position { skip(bytes[position..<next]) }
            guard next < bytes.count else { return }
            read(bytes[next])
            position = next + 1
        }
    }

    /// Passes over bytes that do not change the place.
    private mutating func skip(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        guard let last = bytes.last else { return }
        previous = (bytes.count > 1 ? bytes[bytes.endIndex - 2] : previous.1, last)
    }

    private mutating func read(_ byte: UInt8) {
        switch place {
        case .text: if byte == UInt8(ascii: "<") { place = .opening }
        case .opening: open(with: byte)
        case .tag: readInTag(byte)
        case .value(let quote, _): if byte == quote { close() }
        case .comment: if byte == UInt8(ascii: ">"), previous == (0x2D, 0x2D) { place = .text }
        case .code: if byte == UInt8(ascii: "/"), previous.1 == UInt8(ascii: "<") { begin(isNaming: false) }
        }
        previous = (previous.1, byte)
    }

    private mutating func open(with byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            begin(isNaming: true)
            name.append(byte | 0x20)
        case UInt8(ascii: "/"), UInt8(ascii: "!"): begin(isNaming: false)
        default: place = .text
        }
    }

    /// Enters a tag; only one that opens an element has a name that matters.
    private mutating func begin(isNaming: Bool) {
        place = .tag
        name = MarkupName()
        element = MarkupName()
        isNamingElement = isNaming
    }

    private mutating func close() {
        place = .tag
        name = MarkupName()
    }

    private mutating func readInTag(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            place = .value(quote: byte, of: AttributeKind(name: name))
        case UInt8(ascii: ">"):
            endOfElementName()
            let isCode = element == Self.script || element == Self.style
            place = isCode ? .code : .text
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
            endOfElementName()
            name = MarkupName()
        case UInt8(ascii: "-") where previous == (0x21, 0x2D) && name == Self.dash:
            place = .comment
        case UInt8(ascii: "="): break
        default: name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
    }

    private mutating func endOfElementName() {
        guard isNamingElement else { return }
        element = name
        isNamingElement = false
    }

    private static let script = MarkupName("script")
    private static let style = MarkupName("style")
    private static let dash = MarkupName("-")
}

/// What the value of an attribute can do.
enum AttributeKind: Equatable {
    /// Shown or compared, never run.
    case plain
    /// Followed by the browser.
    case address
    /// Run or applied by the browser; no value may come from outside the literal.
    case code

    init(name: MarkupName) {
        if Self.addresses.contains(name) {
            self = .address
        } else if name.begins(with: UInt8(ascii: "o"), UInt8(ascii: "n")) || Self.codes.contains(name) {
            self = .code
        } else {
            self = .plain
        }
    }

    private static let addresses: [MarkupName] = [
        MarkupName("href"), MarkupName("src"), MarkupName("action"), MarkupName("formaction"),
        MarkupName("data"), MarkupName("poster"), MarkupName("srcset"), MarkupName("cite"),
        MarkupName("ping"), MarkupName("background"), MarkupName("xlink:href"),
    ]
    private static let codes = [MarkupName("style"), MarkupName("srcdoc")]
}
