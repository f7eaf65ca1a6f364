import Foundation

extension String {
    /// Letters and their accents apart (Unicode NFD).
    var decomposed: String { decomposedStringWithCanonicalMapping }
}
