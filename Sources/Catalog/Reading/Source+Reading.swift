extension Source {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        title = item.text("title")
        cite = item.text("cite")
        says = item.plain("says")
        kind = item.choice("kind", Kind.self, else: .practice)
        status = item.choice("status", Status.self, else: .toConfirm)
        checkedOn = item.optionalDate("checked_on")
        aliases = item.texts("aliases")
        note = item.optionalPlain("note")
    }
}
