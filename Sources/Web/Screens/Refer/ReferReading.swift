import CaseRegister
import ReferralDomain

/// Reads which referrals are asked for. Pure: a step, a body or a way that was not offered is refused.
struct ReferReading {
    let fields: FormFields
    let model: ReferModel

    /// What is wrong with the form, and at which step.
    enum Misread: Error, Equatable {
        case nothingChosen
        /// The recipient, the way or the id of a step is none that was offered.
        case step(String)
        /// Another body was chosen without a reason.
        case reason(String)
        case person
    }

    /// The referrals, in the order of the route.
    func referrals() throws(Misread) -> [CaseAct.NewReferral] {
        let person = try person()
        var referrals: [CaseAct.NewReferral] = []
        for row in model.rows where fields[ReferField.chosen(row.step)] == "yes" {
            referrals.append(try referral(row, about: person))
        }
        guard !referrals.isEmpty else { throw .nothingChosen }
        return referrals
    }

    private func person() throws(Misread) -> PersonID? {
        guard let text = fields[ReferField.person], !text.isEmpty else { return nil }
        guard let id = try? PersonID(reading: text), model.scene.state.person(id) != nil else {
            throw .person
        }
        return id
    }

    private func referral(
        _ row: ReferModel.Row, about person: PersonID?
    ) throws(Misread) -> CaseAct.NewReferral {
        let other = fields[ReferField.other(row.step)] ?? ""
        let value = other.isEmpty ? fields[ReferField.recipient(row.step)] ?? "" : other
        guard let recipient = model.recipient(value),
            let id = fields[ReferField.id(row.step)].flatMap({ try? ReferralID(reading: $0) }),
            let channel = channel(row, to: recipient)
        else { throw .step(row.step) }
        let isChanged = recipient.institution != row.institution
        let reason = fields[ReferField.reason(row.step)] ?? ""
        let reasons = model.scene.names.options(of: Self.reasons).map(\.id)
        if isChanged, !reasons.contains(reason) { throw .reason(row.step) }
        return CaseAct.NewReferral(
            id: id,
            draft: ReferralDraft(
                person: person, step: row.step, institution: recipient.institution, unit: recipient.unit,
                deadline: row.deadline, changedBecause: isChanged ? reason : nil),
            channel: channel)
    }

    /// A unit with accounts hears of it here; without one, by the way that was chosen.
    private func channel(_ row: ReferModel.Row, to recipient: ReferModel.Recipient) -> Channel? {
        if recipient.unit != nil { return .inSystem }
        let chosen = fields[ReferField.channel(row.step)].flatMap(Channel.init)
        return chosen == .inSystem ? nil : chosen
    }

    /// The list of reasons for another recipient.
    static let reasons = "recipient-change-reasons"
}
