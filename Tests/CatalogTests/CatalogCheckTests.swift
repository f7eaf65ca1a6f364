import Catalog
import Testing

struct CatalogCheckTests {
    @Test func `the catalogue that ships has no finding`() {
        #expect(RealCatalog.reading.findings.isEmpty)
    }

    @Test(arguments: SeededFault.all)
    func `a seeded fault is found where it stands`(fault: SeededFault) throws {
        let reading = RealCatalog.read(try RealCatalog.changed(fault.file, fault.old, to: fault.new))
        let named = reading.findings.filter {
            $0.kind == fault.kind && $0.place.file == (fault.foundIn ?? fault.file)
        }
        let isNamed = !named.isEmpty
        #expect(isNamed, "found instead: \(reading.findings.prefix(4).map { "\($0.place) \($0.kind)" })")
        #expect(named.allSatisfy { $0.place.line >= 1 })
        let isUsable = reading.catalog != nil
        #expect(!isUsable, "a catalogue with a finding must not be usable")
    }

    @Test func `there are at least forty seeded faults`() {
        #expect(SeededFault.all.count >= 40)
        let kinds = Set(SeededFault.all.map(\.kind))
        #expect(kinds.count >= 40, "every kind of mistake counts, not one mistake forty times")
    }

    @Test func `a fault names the line on which it was made`() throws {
        let reading = RealCatalog.read(
            try RealCatalog.changed(
                "steps/2-notify.yaml", "deadline: D-01", to: "deadline: D-01\n  unknown: 1"))
        let bytes = try #require(RealCatalog.folder.files["steps/2-notify.yaml"])
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let deadline = try #require(lines.firstIndex { $0.contains("deadline: D-01") })
        #expect(reading.findings.map(\.place.line) == [deadline + 2])
    }

    @Test func `a missing file is named`() {
        for kind in ["levels.yaml", "rights.yaml", "catalog.yaml", "territory/holidays.yaml"] {
            var folder = RealCatalog.folder
            folder.files[kind] = nil
            #expect(RealCatalog.read(folder).findings.contains { $0.kind == .missingFile }, "\(kind)")
        }
    }

    @Test func `bytes that are no text are a finding and not a crash`() {
        var folder = RealCatalog.folder
        folder.files["steps/2-notify.yaml"] = [0xFF, 0xFE, 0x00]
        #expect(RealCatalog.read(folder).findings.contains { $0.kind == .unreadableFile })
    }

    @Test func `declared texts and written texts must meet`() {
        var folder = RealCatalog.folder
        folder.files = folder.files.filter { !$0.key.hasPrefix("texts/") }
        folder.files["texts/es/a.yaml"] = Array("written: Una palabra\n".utf8)
        folder.files["texts/en/a.yaml"] = Array("written: A word\n".utf8)
        let reading = CatalogReading(folder, declaredTexts: ["declared"]) { _ in [] }
        let found = reading.findings.filter { $0.place.file.hasPrefix("texts/") }
        #expect(found.map(\.kind) == [.missingText, .unusedText])
    }

    @Test func `every text that people read is said in English, with the same ids`() throws {
        let spanish = try RealCatalog.catalog().content
        let english = try RealCatalog.catalog().speaking(.english).content
        #expect(spanish.steps.map(\.id) == english.steps.map(\.id))
        #expect(english.steps["emergency-police"]?.title == "Call 105 now")
        #expect(english.institutions.map(\.name) == spanish.institutions.map(\.name))
        #expect(zip(spanish.rights, english.rights).allSatisfy { $0.text != $1.text })
        #expect(english.texts.language == "en")
    }

    @Test func `the same files have the same hash and one byte changes it`() throws {
        let changed = try RealCatalog.changed("catalog.yaml", "Ruta", to: "ruta")
        let hash = try RealCatalog.catalog().hash
        #expect(hash.utf8.count == 64)
        #expect(RealCatalog.read(RealCatalog.folder).catalog?.hash == hash)
        #expect(RealCatalog.read(changed).catalog?.hash != hash)
    }
}
