/// Takes out of the stylesheet and the script what only their authors read.
enum Minifier {
    /// The text without `/* */` comments, whole-line `//` comments, indentation and empty lines.
    ///
    /// Line ends stay, so that a script means the same. Neither file has such marks inside a string.
    static func withoutComments(_ text: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.count)
        var isInComment = false
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let trimmed = line.drop { $0 == UInt8(ascii: " ") }
            if !isInComment, trimmed.starts(with: "//".utf8) { continue }
            let rest = withoutBlockComments(trimmed, &isInComment)
            guard !rest.isEmpty else { continue }
            kept += rest
            kept.append(UInt8(ascii: "\n"))
        }
        return kept
    }

    private static func withoutBlockComments(_ line: ArraySlice<UInt8>, _ isInComment: inout Bool) -> [UInt8]
    {
        var kept: [UInt8] = []
        var rest = line
        while let byte = rest.first {
            if isInComment, rest.starts(with: "*/".utf8) {
                isInComment = false
                rest = rest.dropFirst(2)
            } else if !isInComment, rest.starts(with: "/*".utf8) {
                isInComment = true
                rest = rest.dropFirst(2)
            } else {
                if !isInComment { kept.append(byte) }
                rest = rest.dropFirst()
            }
        }
        while kept.last == UInt8(ascii: " ") { kept.removeLast() }
        return kept
    }
}
