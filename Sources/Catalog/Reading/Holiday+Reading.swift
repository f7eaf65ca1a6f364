import ReferralDomain

extension Holiday {
    init(reading item: ItemReader) {
        date = item.date("date")
        id = Identifier(date.iso)
        place = item.place
        name = item.text("name")
        source = item.id("source")
    }
}
