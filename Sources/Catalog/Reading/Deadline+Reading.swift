extension Deadline {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        duty = item.plain("duty")
        who = item.plain("who")
        to = item.plain("to")
        legal = item.plain("legal")
        terms = item.conditional("terms") { part in
            Term(
                amount: part.number("amount"), unit: part.choice("unit", Term.Unit.self, else: .hours),
                when: part.plain("when"))
        }
        basis = item.requiredIDs("basis")
        target = item.optionalText("target")
        if let target { item.duration(target, at: item.place("target")) }
        targetNote = item.optionalPlain("target_note")
        status = item.choice("status", Source.Status.self, else: .toConfirm)
    }
}
