extension FiscalDistrict {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        name = item.text("name")
        prosecutor = item.id("prosecutor")
        secondCall = item.requiredIDs("second_call")
        sources = item.requiredIDs("sources")
        note = item.optionalPlain("note")
    }
}
