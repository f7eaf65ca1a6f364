extension Institution {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        name = item.text("name")
        short = item.optionalText("short")
        aliases = item.texts("aliases")
        role = item.plain("role")
        does = item.plainList("does")
        convene = item.plain("convene")
        kind = item.choice("kind", Kind.self, else: .group)
        manual = item.optionalChoice("manual", ManualSection.self)?.rawValue
        reachedThrough = item.ids("reached_through")
        sources = item.requiredIDs("sources")
    }

    private enum ManualSection: String, CaseIterable {
        case organisms = "1"
        case routes = "2"
        case glossary
    }
}
