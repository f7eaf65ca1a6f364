import CaseRegister
import ReferralDomain

/// The forms for what may be done with one referral now, in the order of the table of verbs.
struct ReferralSheets {
    let referral: Referral
    let scene: CaseScene

    private var words: Words<CaseText> { scene.words }

    var all: [ActSheet] {
        guard scene.may(.referral) else { return [] }
        return VerbTable.verbs(on: referral, for: scene.acting, scene.relation).flatMap(sheets)
    }

    private func sheets(_ verb: CaseRegister.ReferralWord) -> [ActSheet] {
        switch verb {
        case .call: [call]
        case .send: [sheet(.send, .sendAgain, [.choice(.channel, label: channelTitle, channels)])]
        case .deliver: [sheet(.deliver, .delivered, [.choice(.channel, label: channelTitle, channels)])]
        // A page of its own: a code, a link or paper.
        case .acknowledge: []
        case .accept: [sheet(.accept, .accept, [])]
        case .reject:
            [
                sheet(
                    .reject, .reject,
                    [
                        .code(.reason, list: "rejection-reasons"),
                        .choice(.suggested, label: words[.suggested], scene.names.institutions),
                    ])
            ]
        case .hold:
            [
                sheet(
                    .hold, .hold,
                    [
                        .code(.reason, list: "hold-reasons"),
                        .instant(.day, .hour, label: words[.reviewOn]),
                    ])
            ]
        case .resume: [sheet(.resume, .goOn, [])]
        case .recall: [sheet(.recall, .recall, [.code(.reason, list: "recall-reasons")], style: .danger)]
        case .receiveCustody:
            [
                sheet(
                    .receiveCustody, .receiveCustody,
                    [.text(.post, label: words[.post], hint: words[.postHint])])
            ]
        case .complete: [sheet(.complete, .complete, evidence)]
        case .remind: remind
        }
    }

    private var call: ActSheet { sheet(.call, .noteCall, [.yesNo(.answered, label: words[.answered])]) }

    private var evidence: [ActSheet.Part] {
        [
            .text(.document, label: words[.document], hint: words[.documentHint]),
            .day(.day, label: words[.documentDay]),
        ]
    }

    /// The first rung of the ladder by hand.
    private var remind: [ActSheet] {
        guard scene.may(.climb),
            let owed = scene.obligations.first(where: { $0.referral == referral.id }), owed.climbed == nil
        else { return [] }
        return [
            ActSheet(
                word: .file(.climb), label: words[.remind],
                about: [
                    (name: ActField.obligation.rawValue, value: owed.id),
                    (name: ActField.rung.rawValue, value: String(Rung.reminder.rawValue)),
                ])
        ]
    }

    private var channelTitle: String { scene.names.title(of: "channels") }
    private var channels: [CodeChoice.Option] { scene.names.options(of: "channels") }

    private func sheet(
        _ word: ReferralAsk, _ label: CaseText, _ parts: [ActSheet.Part],
        style: ActForm.Button.Style = .quiet
    ) -> ActSheet {
        ActSheet(
            word: .referral(word), label: words[label],
            about: [(name: ActField.referral.rawValue, value: referral.id.text)], parts: parts, style: style)
    }
}
