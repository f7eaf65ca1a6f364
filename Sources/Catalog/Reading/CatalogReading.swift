import ReferralDomain
import RouteEngine
import Yams

/// A catalogue read from its files: usable only when nothing was found.
public struct CatalogReading: Sendable {
    /// Everything that is wrong, in the order of files and lines.
    public let findings: [Finding]
    /// The catalogue, when nothing is wrong.
    public let catalog: ProtocolCatalog?
    /// The catalogue as it stands although findings remain, once every id is known: for the proof, never for use.
    public let draft: ProtocolCatalog?

    /// Reads, checks and compiles a catalogue.
    ///
    /// - Parameters:
    ///   - folder: the files.
    ///   - declaredTexts: the keys that the screens need; empty skips the check of keys.
    ///   - digest: SHA-256, given by the composition, so that this room needs no cryptography.
    public init(_ folder: CatalogFolder, declaredTexts: [String], digest: ([UInt8]) -> [UInt8]) {
        let notes = ReadingNotes()
        let files = folder.files.keys.sorted().map { CatalogFile(path: $0, bytes: folder.files[$0] ?? []) }
        let content = CatalogContent(reading: files, in: .spanish, notes: notes)
        let english = TranslatedContent(.english, of: content, in: files)
        let edition = Self.edition(folder, notes)
        let check = CatalogCheck(content: content, edition: edition, declaredTexts: declaredTexts)
        let rulebook = CatalogCompiler(content: content).rulebook
        let unreadable = notes.findings + check.references
        var found = unreadable + check.findings
        // What hangs on ids is only looked at once every id is known; else one slip is reported tenfold.
        if unreadable.isEmpty { found += RuleCheck(content: content, rulebook: rulebook).findings }
        found += WordCheck(texts: notes.plainTexts + english.plainTexts, content: content).findings
        found += NoticeCheck(texts: content.texts).findings
        found += english.findings
        findings = Array(Set(found)).sorted()
        guard unreadable.isEmpty, let edition else {
            catalog = nil
            draft = nil
            return
        }
        var whole = ProtocolCatalog(
            edition: edition, hash: Self.hexadecimal(digest(folder.fingerprintInput)), content: content,
            rulebook: rulebook, calendar: OfficeCalendar(holidays: content.holidays.map(\.date)))
        whole.translations = [.english: english.content]
        catalog = findings.isEmpty ? whole : nil
        draft = whole
    }

    private static func edition(_ folder: CatalogFolder, _ notes: ReadingNotes) -> Edition? {
        guard let bytes = folder.files["catalog.yaml"] else {
            notes.add(.missingFile, at: Place(file: "catalog.yaml", line: 1), ["path": "catalog.yaml"])
            return nil
        }
        let file = CatalogFile(path: "catalog.yaml", bytes: bytes)
        guard let node = file.root(notes) else { return nil }
        let item = ItemReader(node, in: file, notes: notes, standard: .desk)
        let edition = Edition(reading: item)
        item.finish()
        return edition
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
