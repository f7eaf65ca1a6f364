/// Collects findings and the texts that people read, while the catalogue is read.
///
/// A class, because every reader of every item adds to the one list; it never leaves the thread that reads.
final class ReadingNotes {
    private(set) var findings: [Finding] = []
    private(set) var plainTexts: [PlainText] = []

    func add(_ kind: Finding.Kind, at place: Place, _ details: [String: String] = [:]) {
        findings.append(Finding(kind, at: place, details))
    }

    func add(_ text: PlainText) { plainTexts.append(text) }
}
