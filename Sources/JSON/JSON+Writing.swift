extension JSON {
    /// How a value is laid out in bytes.
    public enum Layout: Sendable {
        /// On one line, without space, the members in their order.
        case compact
        /// On one line, without space, the members sorted by the bytes of their keys.
        ///
        /// Equal content gives equal bytes, whoever wrote it: this is what is hashed and what is stored.
        case canonical
        /// One member a line, indented by two spaces, for people.
        case pretty
    }

    /// The value in UTF-8.
    public func bytes(_ layout: Layout = .compact) -> [UInt8] {
        var output: [UInt8] = []
        write(layout, into: &output)
        return output
    }

    /// The value as text.
    public func text(_ layout: Layout = .compact) -> String { String(decoding: bytes(layout), as: UTF8.self) }

    /// Appends the value, so that many lines can share one buffer.
    public func write(_ layout: Layout = .compact, into output: inout [UInt8]) {
        var writer = JSONWriter(layout, output)
        output = []
        writer.write(self)
        output = writer.output
    }
}

/// Appends values to bytes in one layout.
private struct JSONWriter {
    var output: [UInt8]
    private let layout: JSON.Layout
    private var indentation = 0

    init(_ layout: JSON.Layout, _ output: [UInt8]) {
        self.layout = layout
        self.output = output
    }

    mutating func write(_ value: JSON) {
        switch value {
        case .null: output.append(contentsOf: "null".utf8)
        case .boolean(let truth): output.append(contentsOf: truth ? "true".utf8 : "false".utf8)
        case .integer(let number): output.append(contentsOf: String(number).utf8)
        case .string(let text): write(text)
        case .array(let elements): write(elements)
        case .object(let members): write(members)
        }
    }

    private mutating func write(_ elements: [JSON]) {
        output.append(UInt8(ascii: "["))
        indentation += 1
        for (position, element) in elements.enumerated() {
            beginItem(position)
            write(element)
        }
        endItems(of: elements.count)
        output.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ members: [JSON.Member]) {
        output.append(UInt8(ascii: "{"))
        indentation += 1
        for (position, member) in inOrder(members).enumerated() {
            beginItem(position)
            write(member.key)
            output.append(UInt8(ascii: ":"))
            if layout == .pretty { output.append(0x20) }
            write(member.value)
        }
        endItems(of: members.count)
        output.append(UInt8(ascii: "}"))
    }

    private func inOrder(_ members: [JSON.Member]) -> [JSON.Member] {
        guard layout == .canonical else { return members }
        return members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    private mutating func beginItem(_ position: Int) {
        if position > 0 { output.append(UInt8(ascii: ",")) }
        if layout == .pretty { newLine() }
    }

    private mutating func endItems(of count: Int) {
        indentation -= 1
        if layout == .pretty, count > 0 { newLine() }
    }

    private mutating func newLine() {
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: 2 * indentation))
    }

    private mutating func write(_ text: String) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): output.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): output.append(contentsOf: #"\\"#.utf8)
            case 0x08: output.append(contentsOf: #"\b"#.utf8)
            case 0x09: output.append(contentsOf: #"\t"#.utf8)
            case 0x0A: output.append(contentsOf: #"\n"#.utf8)
            case 0x0C: output.append(contentsOf: #"\f"#.utf8)
            case 0x0D: output.append(contentsOf: #"\r"#.utf8)
            case 0x00...0x1F:
                output.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
                output.append(contentsOf: String(byte, radix: 16).utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
