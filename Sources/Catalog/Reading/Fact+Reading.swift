extension Fact {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        values = item.conditional("values") { value in
            Value(id: value.text("id"), label: value.plain("label"))
        }
        if values.isEmpty { item.notes.add(.missingKey, at: item.place, ["key": "values"]) }
        asked = item.choice("asked", Asked.self, else: .later)
        question = item.plain("question")
        hint = item.optionalPlain("hint")
        group = item.optionalText("group")
        note = item.optionalPlain("note")
    }
}
