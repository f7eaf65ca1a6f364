import ReferralDomain

extension CompartmentRow {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        let words: [Identifier<Compartment>] = item.requiredIDs("sees")
        let seen = words.compactMap { item.choice($0.text, at: item.place("sees"), Compartment.self) }
        sees = Compartment.allCases.filter(seen.contains)
        seesIdentityUntilHandOver = item.flag("identity_until_handover", else: false)
        because = item.plain("because")
        sources = item.requiredIDs("sources")
    }
}
