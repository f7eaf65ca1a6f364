import ReferralDomain

extension Deadline {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        duty = item.plain("duty")
        who = item.plain("who")
        to = item.plain("to")
        legal = item.plain("legal")
        terms = item.conditional("terms", Term.init(reading:))
        basis = item.requiredIDs("basis")
        target = item.optionalText("target")
        if let target { item.duration(target, at: item.place("target")) }
        targetNote = item.optionalPlain("target_note")
        status = item.choice("status", Source.Status.self, else: .toConfirm)
        since = item.optionalDate("since")
        earlier = item.conditional("earlier") { part in
            Version(
                from: part.optionalDate("from"), legal: part.plain("legal"),
                terms: part.conditional("terms", Term.init(reading:)))
        }
    }
}

extension Deadline.Term {
    init(reading item: ItemReader) {
        amount = item.number("amount")
        unit = item.choice("unit", Unit.self, else: .hours)
        when = item.plain("when")
        counts = item.optionalText("counts") == nil ? nil : item.flag("counts")
    }
}
