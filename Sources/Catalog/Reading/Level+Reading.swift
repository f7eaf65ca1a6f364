extension Level {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        label = item.plain("label")
        advice = item.plain("advice")
        when = item.condition("when")
    }
}
