import Access
import CaseRegister
import Catalog
import ReferralDomain

/// The forms for what may be done for or about one person.
struct PersonSheets {
    let person: PersonState
    let scene: CaseScene

    private var words: Words<PersonText> { Words(scene.texts) }

    var custody: [ActSheet] {
        [
            sheet(
                .takeCustody, .takeCustody,
                speaker.asked + [.text(.post, label: words[.post], hint: words[.postHint])],
                about: speaker.isFixed
                    ? speaker.fixed + [(ActField.unit.rawValue, scene.acting.unit.text)] : []),
            person.custody.current == nil
                ? nil
                : sheet(
                    .endCustody, .endCustody, [.code(.reason, list: "custody-end-reasons")], style: .danger),
            sheet(.settleAge, .settleAge, [.choice(.age, label: words[.age], ages)]),
        ].compactMap(\.self)
    }

    var sealed: [ActSheet] {
        let fields = scene.names.options(of: "fields").filter { option in
            scene.names.compartment(of: option.id).map(scene.sealable.contains) ?? false
        }
        return [
            fields.isEmpty
                ? nil
                : sheet(
                    .seal, .seal,
                    [
                        .choice(.sealedField, label: scene.names.title(of: "fields"), fields),
                        .text(.text, label: words[.sealText]),
                    ], mayBeEarlier: false),
            sheet(
                .shred, .shred, [.code(.reason, list: "shred-reasons")], style: .danger, mayBeEarlier: false),
        ].compactMap(\.self)
    }

    var consents: [ActSheet] {
        let about: [ActSheet.Part] = [
            .code(.purpose, list: "consent-purposes"),
            .choice(.institution, label: words[.body], scene.names.institutions),
        ]
        return [
            sheet(.giveConsent, .give, about), sheet(.refuseConsent, .refuse, about),
            sheet(.withdrawConsent, .withdraw, about, style: .danger),
            confirmStop,
            sheet(
                .overrideConsent, .override, about + [.code(.override, list: "override-codes")],
                style: .danger),
        ].compactMap(\.self)
    }

    /// A period that runs can be made longer or ended by the person; one that is over can begin again.
    var reflection: [ActSheet] {
        let running = person.reflection.flatMap { $0.isRunning(at: scene.now) ? $0 : nil }
        let lengths = lengths(above: running.map(Self.days) ?? 0)
        return [
            lengths.isEmpty
                ? nil
                : sheet(
                    .startReflection, running == nil ? .startReflection : .lengthenReflection,
                    [.choice(.length, label: words[.days], lengths)], mayBeEarlier: false),
            person.reflection == nil
                ? nil
                : sheet(.requestStatement, .requestStatement, speaker.asked, about: speaker.fixed),
            running != nil && scene.mayEndReflection ? sheet(.endReflection, .endReflection, []) : nil,
        ].compactMap(\.self)
    }

    private static func days(_ reflection: PersonState.Reflection) -> Int {
        let start = reflection.started.registered.millisecondsSinceEpoch
        return Int((reflection.until.millisecondsSinceEpoch - start) / 86_400_000)
    }

    /// For which body somebody speaks: who only received the case speaks for their own.
    private var speaker: (isFixed: Bool, asked: [ActSheet.Part], fixed: [(name: String, value: String)]) {
        if scene.relation == .owner {
            return (false, [.choice(.institution, label: words[.body], scene.names.institutions)], [])
        }
        return (true, [], [(ActField.institution.rawValue, scene.acting.institution)])
    }

    var contact: [ActSheet] {
        let boxes = scene.names.options(of: "channels").map {
            (name: ActField.allowed($0.id), label: $0.label)
        }
        return [
            sheet(
                .setSafeContact, .setContact,
                [
                    .boxes(label: words[.channels], boxes),
                    .choice(.from, label: words[.fromHour], hours(0...23)),
                    .choice(.before, label: words[.beforeHour], hours(1...24)),
                    .yesNo(.namesInstitution, label: words[.mayName]),
                ]),
            sheet(
                .message, .message,
                [.code(.channel, list: "channels"), .yesNo(.namesInstitution, label: words[.mayName])],
                mayBeEarlier: false),
        ].compactMap(\.self)
    }

    var rights: [ActSheet] {
        [
            tellRights,
            sheet(
                .countRetelling, .countRetelling,
                [
                    .choice(.institution, label: words[.body], scene.names.institutions),
                    .code(.reason, list: "retelling-reasons"),
                ]),
        ].compactMap(\.self)
    }

    var plan: [ActSheet] {
        [
            sheet(
                .setGoal, .setGoal,
                [
                    .code(.goal, list: "goals"),
                    .choice(.responsible, label: words[.responsible], scene.names.institutions),
                    .day(.day, label: words[.goalDay]),
                ], mayBeEarlier: false)
        ].compactMap(\.self)
    }

    func meet(_ goal: String) -> ActSheet? {
        sheet(.meetGoal, .meetGoal, [], about: [(name: ActField.goal.rawValue, value: goal)])
    }

    var duties: [ActSheet] {
        let proof: [ActSheet.Part] = [
            .text(.document, label: scene.words[.document], hint: scene.words[.documentHint]),
            .day(.day, label: scene.words[.documentDay]),
        ]
        let months = [1, 3, 6, 12].map { CodeChoice.Option(id: String($0), label: String($0)) }
        let asked = person.releases.filter { $0.grantedBy == nil && $0.askedBy != scene.acting.account }
        return [
            sheet(.doDuty, .doDuty, [.choice(.duty, label: words[.duty], doneAtOnce)] + proof),
            sheet(.monitor, .monitor, [.choice(.month, label: words[.month], months)] + proof),
            sheet(
                .askRelease, .askRelease,
                [.choice(.duty, label: words[.duty], releasable), .code(.reason, list: "release-reasons")],
                style: .danger, mayBeEarlier: false),
        ].compactMap(\.self)
            + asked.compactMap { release in
                sheet(
                    .release, .release, [],
                    about: [
                        (name: ActField.duty.rawValue, value: release.duty),
                        (name: ActField.reason.rawValue, value: release.reason),
                    ], style: .danger)
            }
    }

    /// An institution speaks for itself and is not asked who told them.
    private var tellRights: ActSheet? {
        let asked: [ActSheet.Part] = [
            .code(.language, list: "languages"), .yesNo(.understood, label: words[.didUnderstand]),
        ]
        guard tellers.count > 1 else {
            return sheet(
                .tellRights, .tellRights, asked,
                about: tellers.map { (ActField.institution.rawValue, $0.id) })
        }
        return sheet(
            .tellRights, .tellRights,
            [.choice(.institution, label: words[.toldBy], tellers)] + asked)
    }

    /// Who can have told the rights: an institution speaks for itself, the owner for whoever did.
    private var tellers: [CodeChoice.Option] {
        let own = scene.acting.institution
        let all = scene.relation == .owner ? scene.names.institutions : []
        return [CodeChoice.Option(id: own, label: scene.names.institution(own))]
            + all.filter { $0.id != own }
    }

    /// A receiver says that it stopped itself; the owner writes down what others said where the stops stand.
    private var confirmStop: ActSheet? {
        let own = scene.acting.institution
        let open = person.consents.filter {
            $0.recipient == own && $0.answer == .withdrawn && !$0.confirmedBy.contains(own)
        }
        guard scene.relation != .owner, !open.isEmpty else { return nil }
        return sheet(
            .confirmStop, .confirmStop, [.code(.purpose, list: "consent-purposes")],
            about: [(ActField.institution.rawValue, own)])
    }

    private var ages: [CodeChoice.Option] {
        PersonAge.allCases.map { CodeChoice.Option(id: $0.rawValue, label: scene.age($0)) }
    }

    private func lengths(above least: Int) -> [CodeChoice.Option] {
        [30, 45, 60, 90, 120, 180].filter { $0 > least }
            .map { CodeChoice.Option(id: String($0), label: String($0)) }
    }

    private func hours(_ range: ClosedRange<Int>) -> [CodeChoice.Option] {
        range.map { CodeChoice.Option(id: String($0), label: "\(Digits.two($0)):00") }
    }

    /// The duties that one document proves; what is visited month by month has its own form.
    private var doneAtOnce: [CodeChoice.Option] {
        scene.names.catalog.content.duties.filter(\.months.isEmpty).map(duty)
    }

    /// What two persons may release: the nine duties, what the loop owes, and the goals of the plan.
    private var releasable: [CodeChoice.Option] {
        let loop = PersonState.loopDuties.map { id in
            CodeChoice.Option(id: id, label: scene.names.code(id, in: "obligation-kinds"))
        }
        let goals = person.goals.filter { $0.met == nil }.map { goal in
            CodeChoice.Option(
                id: PersonState.releasedGoal(goal.goal), label: scene.names.code(goal.goal, in: "goals"))
        }
        return scene.names.catalog.content.duties.map(duty) + loop + goals
    }

    private func duty(_ duty: Duty) -> CodeChoice.Option {
        CodeChoice.Option(id: duty.id.text, label: "\(duty.number). \(scene.names.duty(duty.id.text))")
    }
}

extension PersonSheets {
    /// A form of this person; nil where the visitor may not do it.
    private func sheet(
        _ ask: PersonAsk, _ label: PersonText, _ parts: [ActSheet.Part],
        about: [(name: String, value: String)] = [], style: ActForm.Button.Style = .quiet,
        mayBeEarlier: Bool = true
    ) -> ActSheet? {
        guard scene.may(ask.kind) else { return nil }
        return ActSheet(
            word: .person(ask), label: words[label],
            about: [(name: ActField.person.rawValue, value: person.id.text)] + about, parts: parts,
            style: style, mayBeEarlier: mayBeEarlier)
    }
}
