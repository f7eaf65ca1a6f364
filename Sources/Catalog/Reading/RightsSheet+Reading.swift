import ReferralDomain

extension RightsSheet {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        name = item.text("name")
        translator = item.choice("translator", Translator.self, else: .certified)
        register = item.optionalText("register")
        reviewedOn = item.date("reviewed_on")
        title = item.text("title")
        lead = item.text("lead")
        rights = item.conditional("rights", Line.init(reading:))
        consentTitle = item.text("consent_title")
        consentLead = item.text("consent_lead")
        purposes = item.conditional("purposes", Line.init(reading:))
        yes = item.text("yes")
        no = item.text("no")
        later = item.text("later")
        withdraw = item.text("withdraw")
        recipient = item.text("recipient")
        reader = item.text("reader")
        day = item.text("day")
        hour = item.text("hour")
        understood = item.text("understood")
        notSigned = item.text("not_signed")
    }
}

extension RightsSheet.Line {
    init(reading item: ItemReader) {
        let name: Identifier<RightsSheet> = item.id()
        id = name.text
        place = item.place
        text = item.text("text")
    }
}
