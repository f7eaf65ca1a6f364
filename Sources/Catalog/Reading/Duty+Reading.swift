extension Duty {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        number = item.number("number")
        step = item.id("step")
        text = item.plain("text")
        owners = item.requiredIDs("owners")
        evidence = item.plain("evidence")
        cadence = item.texts("cadence")
        for duration in cadence { item.duration(duration, at: item.place("cadence")) }
        sources = item.requiredIDs("sources")
    }
}
