extension Right {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        text = item.plain("text")
        sources = item.requiredIDs("sources")
    }
}
