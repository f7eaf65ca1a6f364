import ReferralDomain

/// The sheets of rights: each says every right and asks every purpose, once, and no language was made up.
struct RightsSheetCheck {
    let content: CatalogContent

    /// The languages that we answer for ourselves.
    static let own = ["en", "es", "pt"]

    var findings: [Finding] {
        let start = Place(file: "rights-sheets", line: 1)
        let missing = Self.own.filter { content.rightsSheets[Identifier($0)] == nil }.map {
            Finding(.missingFile, at: start, ["path": "rights-sheets/\($0).yaml"])
        }
        return missing + content.rightsSheets.flatMap(findings)
    }

    private func findings(of sheet: RightsSheet) -> [Finding] {
        var found: [Finding] = []
        if sheet.place.file != "rights-sheets/\(sheet.id).yaml" {
            found.append(Finding(.wrongFileName, at: sheet.place, ["id": sheet.id.text]))
        }
        let isOurs = Self.own.contains(sheet.id.text)
        if isOurs != (sheet.translator == .own) || isOurs != (sheet.register == nil) {
            found.append(Finding(.sheetWithoutTranslator, at: sheet.place, ["id": sheet.id.text]))
        }
        // The Spanish words stand in the catalogue already, and stand there once.
        let isSpanish = sheet.id == RightsSheet.spanish
        found += compare(sheet.rights, isSpanish ? [] : content.rights.map(\.id.text), sheet)
        let purposes = content.codes["consent-purposes"]?.codes.map(\.id) ?? []
        return found + compare(sheet.purposes, isSpanish ? [] : purposes, sheet)
    }

    /// In the order of the catalogue, so that two sheets lie side by side.
    private func compare(_ lines: [RightsSheet.Line], _ wanted: [String], _ sheet: RightsSheet) -> [Finding] {
        let said = lines.map(\.id)
        guard said != wanted else { return [] }
        let missing = wanted.filter { !said.contains($0) }
        let unknown = lines.filter { !wanted.contains($0.id) }
        if missing.isEmpty, unknown.isEmpty {
            return [Finding(.sheetOrder, at: lines.first?.place ?? sheet.place, ["id": sheet.id.text])]
        }
        return missing.map { Finding(.missingKey, at: sheet.place, ["key": $0]) }
            + unknown.map { Finding(.unknownID, at: $0.place, ["id": $0.id]) }
    }
}
