import Yams

extension Indicator {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        text = item.plain("text")
        english = item.text("english")
        weight = item.choice("weight", Weight.self, else: .listed)
        elements = item.texts("elements").compactMap {
            item.choice($0, at: item.place("elements"), Element.self)
        }
        observed = item.choice("observed", Observed.self, else: .report)
        sourceNote = item.text("source_note")
        sources = item.requiredIDs("sources")
        isOnStreet = item.flag("street", else: false)
        short = item.optionalPlain("short", .street)
        implies = Self.implied(item)
        if isOnStreet, short == nil { item.notes.add(.missingKey, at: item.place, ["key": "short"]) }
    }

    private static func implied(_ item: ItemReader) -> [ImpliedFact] {
        guard let node = item.node("implies") else { return [] }
        guard let mapping = node.mapping else {
            item.notes.add(.expectedMap, at: item.place(of: node))
            return []
        }
        return mapping.map { key, value in
            ImpliedFact(fact: Identifier(item.scalar(key, "implies")), value: item.scalar(value, "implies"))
        }
    }
}
