extension ConductLine {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        self.do = item.plain("do")
        dont = item.plain("dont")
        sources = item.requiredIDs("sources")
        isOnStreet = item.flag("street", else: false)
    }
}
