extension GlossaryTerm {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        term = item.text("term")
        short = item.optionalText("short")
        text = item.plain("text")
        manual = item.optionalChoice("manual", ManualSection.self)?.rawValue
        institution = item.optionalText("institution").map { Identifier($0) }
        sources = item.requiredIDs("sources")
    }

    private enum ManualSection: String, CaseIterable {
        case organisms = "1"
        case glossary
    }
}
