extension Contact {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        institution = item.id("institution")
        kind = item.choice("kind", Kind.self, else: .broker)
        value = item.text("value")
        self.extension = item.optionalText("extension")
        label = item.plain("label")
        hours = item.choice("hours", Hours.self, else: .unknown)
        order = item.number("order", else: 50)
        let districts: [Identifier<District>] = item.ids("districts")
        let fiscalDistricts: [Identifier<FiscalDistrict>] = item.ids("fiscal_districts")
        if !districts.isEmpty {
            area = .districts(districts)
        } else {
            area = fiscalDistricts.isEmpty ? .everywhere : .fiscalDistricts(fiscalDistricts)
        }
        address = item.optionalText("address")
        position = item.position("position")
        isVerified = item.flag("verified")
        checkedOn = item.optionalDate("checked_on")
        source = item.id("source")
        note = item.optionalNote("note")
        isFailing = false
    }
}
