extension ImplicatedRow {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        institutions = item.requiredIDs("institutions")
        because = item.plain("because")
        sources = item.requiredIDs("sources")
    }
}
