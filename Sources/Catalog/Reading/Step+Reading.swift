import ReferralDomain

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
