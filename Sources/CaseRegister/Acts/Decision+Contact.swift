import ReferralDomain

extension Decision {
    /// How the person may be reached; no channel at all means: do not contact.
    func setSafeContact(_ contact: SafeContact, of person: PersonState) throws(Refusal) -> [PersonEvent] {
        guard contact.channels.count <= Self.mostChannels else { throw .tooLong(field: "channels") }
        for channel in contact.channels { try word(channel, "channels") }
        guard (0...23).contains(contact.fromHour), (1...24).contains(contact.beforeHour),
            contact.fromHour < contact.beforeHour
        else { throw .notAWord(field: "hours") }
        return person.safeContact == contact ? [] : [.safeContactSet(contact)]
    }

    /// Whether a message may go now. One that may not is refused, and that it was stopped is kept.
    func message(
        to person: PersonState, by channel: String, namesInstitution isNamed: Bool
    ) throws(Refusal) -> Outcome {
        try word(channel, "channel")
        guard !person.isShredded else { throw .shredded }
        if isSafe(channel, isNamed, for: person) { return .alreadySo }
        return Outcome([.person(person.id, .messageBlocked(channel: channel))], refusal: .unsafeContact)
    }

    private func isSafe(_ channel: String, _ isNamed: Bool, for person: PersonState) -> Bool {
        guard let contact = person.safeContact, contact.channels.contains(channel) else { return false }
        guard (contact.fromHour..<contact.beforeHour).contains(LimaTime(now).hour) else { return false }
        guard contact.mayNameInstitution || !isNamed else { return false }
        return !person.forbids(.contact, to: acting.institution, at: now)
    }

    private static let mostChannels = 8
}
