import ReferralDomain

/// Checks what items say of each other: every reference is known, and the directory and the territory are whole.
struct CatalogCheck {
    let content: CatalogContent
    let edition: Edition?
    let declaredTexts: [String]

    /// Ids and values that nobody knows: nothing else can be judged before these are mended.
    var references: [Finding] {
        ReferenceCheck(content: content).findings + DeskCheck(content: content).references
            + SceneCheck(content: content).references + valueCounts
    }

    /// What else is wrong in the directory, the territory, the numbering and the names of files.
    var findings: [Finding] {
        var found: [Finding] = []
        found += ContactCheck(content: content, edition: edition).findings
        found += TerritoryCheck(content: content, edition: edition).findings
        found += DeskCheck(content: content).findings
        found += RightsSheetCheck(content: content).findings
        found += SceneCheck(content: content).findings
        found += textKeys
        found += numbering(content.duties.map { ($0.number, $0.place) })
        found += numbering(content.flow.map { ($0.number, $0.place) })
        found += fileNames
        return found
    }

    /// Every key that a screen declares has words, and every word belongs to a key.
    private var textKeys: [Finding] {
        guard !declaredTexts.isEmpty else { return [] }
        let declared = Set(declaredTexts)
        let written = Set(content.texts.keys)
        let start = Place(file: "texts/es", line: 1)
        return declared.subtracting(written).sorted().map { Finding(.missingText, at: start, ["key": $0]) }
            + written.subtracting(declared).sorted().map {
                Finding(.unusedText, at: content.texts.places[$0] ?? start, ["key": $0])
            }
    }

    /// A fact is a closed list of two to eight values: one byte in the compiled form.
    private var valueCounts: [Finding] {
        content.facts.filter { $0.values.count > 8 || $0.values.count < 2 }.map {
            Finding(.tooManyValues, at: $0.place, ["id": $0.id.text, "found": String($0.values.count)])
        }
    }

    private func numbering(_ numbered: [(number: Int, place: Place)]) -> [Finding] {
        numbered.enumerated().filter { $1.number != $0 + 1 }.map { position, item in
            Finding(
                .stepNumberGap, at: item.place,
                ["expected": String(position + 1), "found": String(item.number)])
        }
    }

    /// The file of an institution or of a list of codes bears its id; a step's file bears its phase.
    private var fileNames: [Finding] {
        var found: [Finding] = []
        for institution in content.institutions
        where institution.place.file != "institutions/\(institution.id).yaml" {
            found.append(Finding(.wrongFileName, at: institution.place, ["id": institution.id.text]))
        }
        for list in content.codes where list.place.file != "codes/\(list.id).yaml" {
            found.append(Finding(.wrongFileName, at: list.place, ["id": list.id.text]))
        }
        for step in content.steps where !step.place.file.hasSuffix("-\(step.phase.id).yaml") {
            found.append(
                Finding(.wrongPhaseFile, at: step.place, ["id": step.id.text, "phase": step.phase.id]))
        }
        return found
    }
}
