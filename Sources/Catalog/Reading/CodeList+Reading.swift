import ReferralDomain

extension CodeList {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        title = item.plain("title")
        codes = item.conditional("codes", Code.init(reading:))
        if codes.isEmpty { item.notes.add(.missingKey, at: item.place, ["key": "codes"]) }
    }
}

extension CodeList.Code {
    init(reading item: ItemReader) {
        let name: Identifier<CodeList.Code> = item.id()
        id = name.text
        place = item.place
        label = item.plain("label")
        note = item.optionalPlain("note")
        sources = item.ids("sources")
        compartment = item.optionalChoice("compartment", Compartment.self)
        purpose = item.optionalText("purpose")
        owner = item.optionalPlain("owner")
        next = item.optionalPlain("next")
    }
}
