import ReferralDomain

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

extension Right {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        text = item.plain("text")
        sources = item.requiredIDs("sources")
    }
}

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

extension GlossaryTerm {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        term = item.text("term")
        short = item.optionalText("short")
        text = item.plain("text")
        manual = item.optionalChoice("manual", ManualSection.self)?.rawValue
        institution = item.optionalText("institution").map { Identifier($0) }
        sources = item.requiredIDs("sources")
    }

    private enum ManualSection: String, CaseIterable {
        case organisms = "1"
        case glossary
    }
}

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

extension Edition {
    init(reading item: ItemReader) {
        version = item.text("version")
        title = item.text("title")
        publishedOn = item.date("published_on")
        note = item.plain("note")
    }
}
