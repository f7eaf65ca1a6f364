extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral markup: String) {
        self.init(utf8: Array(markup.utf8))
    }

    public init(stringInterpolation: StringInterpolation) {
        assert(stringInterpolation.scanner.place == .text, "a piece of markup ends inside a tag")
        self.init(utf8: stringInterpolation.utf8)
    }

    /// Collects a literal piece by piece and knows at each value where in the markup it stands.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var utf8: [UInt8] = []
        fileprivate var scanner = MarkupScanner()

        public init(literalCapacity: Int, interpolationCount: Int) {
            utf8.reserveCapacity(literalCapacity + interpolationCount * 48)
        }

        public mutating func appendLiteral(_ markup: String) {
            var markup = markup
            markup.withUTF8 { bytes in
                scanner.read(bytes)
                utf8.append(contentsOf: bytes)
            }
        }

        /// Text, as the content of an element or in a quoted attribute that is neither an address nor script.
        public mutating func appendInterpolation(_ text: String) {
            guard scanner.place.holdsText else { return refuse("text") }
            Escaping.append(text, to: &utf8)
        }

        /// A part of a text, wherever text may stand.
        public mutating func appendInterpolation(_ text: some StringProtocol) {
            appendInterpolation(String(text))
        }

        /// A number, wherever text may stand.
        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            appendInterpolation(String(number))
        }

        /// Markup, as the content of an element.
        public mutating func appendInterpolation(_ markup: HTML) {
            guard scanner.place == .text else { return refuse("markup") }
            utf8 += markup.utf8
        }

        /// Markup that may be missing.
        public mutating func appendInterpolation(_ markup: HTML?) {
            if let markup { appendInterpolation(markup) }
        }

        /// Pieces of markup one after the other.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { appendInterpolation(piece) }
        }

        /// An address, as the whole value of `href`, `src` or `action`.
        public mutating func appendInterpolation(_ address: Address) {
            guard scanner.place.holdsAddress else { return refuse("an address") }
            Escaping.append(address.text, to: &utf8)
        }

        /// An attribute with its leading space, straight behind the name of a tag or another attribute.
        public mutating func appendInterpolation(_ attribute: Attribute?) {
            guard let attribute else { return }
            guard scanner.place == .tag else { return refuse("an attribute") }
            utf8 += attribute.utf8
        }

        private func refuse(_ what: StaticString) {
            assertionFailure("\(what) cannot stand here: \(scanner.place)")
        }
    }
}
