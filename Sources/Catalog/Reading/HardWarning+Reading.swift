extension HardWarning {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        topic = item.plain("topic")
        manualSays = item.plain("manual_says")
        lawSays = item.plain("law_says")
        self.do = item.plain("do")
        sources = item.requiredIDs("sources")
    }
}
