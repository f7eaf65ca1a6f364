import ReferralDomain
import Yams

extension Fact {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        values = item.conditional("values") { value in
            Value(id: value.text("id"), label: value.plain("label"))
        }
        if values.isEmpty { item.notes.add(.missingKey, at: item.place, ["key": "values"]) }
        asked = item.choice("asked", Asked.self, else: .later)
        question = item.plain("question")
        hint = item.optionalPlain("hint")
        group = item.optionalText("group")
        note = item.optionalPlain("note")
    }
}

extension Indicator {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        text = item.plain("text")
        english = item.text("english")
        weight = item.choice("weight", Weight.self, else: .listed)
        elements = item.texts("elements").compactMap { item.choice($0, at: item.place("elements"), Element.self) }
        observed = item.choice("observed", Observed.self, else: .report)
        sourceNote = item.text("source_note")
        sources = item.requiredIDs("sources")
        isOnStreet = item.flag("street", else: false)
        short = item.optionalPlain("short", .street)
        implies = Self.implied(item)
        if isOnStreet, short == nil { item.notes.add(.missingKey, at: item.place, ["key": "short"]) }
    }

    private static func implied(_ item: ItemReader) -> [ImpliedFact] {
        guard let node = item.node("implies") else { return [] }
        guard let mapping = node.mapping else {
            item.notes.add(.expectedMap, at: item.place(of: node))
            return []
        }
        return mapping.map { key, value in
            ImpliedFact(fact: Identifier(item.scalar(key, "implies")), value: item.scalar(value, "implies"))
        }
    }
}

extension Step {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        phase = item.choice("phase", PhaseID.self, else: .notify).phase
        actor = item.id("actor")
        institution = item.id("institution")
        institutionWhen = item.conditional("institution_when") { part in
            InstitutionWhen(when: part.condition("when"), institution: part.id("institution"))
        }
        beside = item.ids("beside")
        title = item.plain("title")
        when = item.condition("when")
        isPrecaution = item.flag("precaution")
        because = item.plain("because")
        reasons = item.conditional("reasons") { part in
            Reason(when: part.condition("when"), say: part.plain("say"))
        }
        abroad = item.optionalChoice("abroad", Abroad.self)
        isFirstAbroad = item.flag("first_abroad", else: false)
        sources = item.requiredIDs("sources")
        let rule = item.text("deadline")
        deadline = rule == "none" ? nil : Identifier(rule)
        evidence = item.plain("evidence")
    }

    private enum PhaseID: String, CaseIterable {
        case safety, notify, prosecutor, protection
        case followUp = "follow-up"

        var phase: Phase {
            switch self {
            case .safety: .safety
            case .notify: .notify
            case .prosecutor: .prosecutor
            case .protection: .protection
            case .followUp: .followUp
            }
        }
    }
}

extension Level {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        label = item.plain("label")
        advice = item.plain("advice")
        when = item.condition("when")
    }
}

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
