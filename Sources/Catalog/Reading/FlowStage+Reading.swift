extension FlowStage {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        number = item.number("number")
        title = item.plain("title")
        detail = item.plain("detail")
        steps = item.ids("steps")
        sources = item.requiredIDs("sources")
    }
}
