/// Text without case and without the accents of Spanish, so that `comisaria` finds `Comisaría`.
enum FoldedText {
    static func of(_ text: String) -> String {
        String(String.UnicodeScalarView(text.lowercased().unicodeScalars.map { plain[$0] ?? $0 }))
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u", "ñ": "n",
    ]
}
