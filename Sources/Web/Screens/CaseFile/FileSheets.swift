import Access
import CaseRegister
import Catalog
import ReferralDomain

/// The forms for what may be done with the case as a whole.
struct FileSheets {
    let scene: CaseScene

    private var words: Words<CaseText> { scene.words }

    /// Take the case: the acknowledgement of the control centre.
    var claim: ActSheet? {
        guard scene.may(.claim), scene.isClaimable else { return nil }
        return ActSheet(
            word: .file(.claim), label: words[.claim], style: .filled, key: "a", mayBeEarlier: false)
    }

    /// Call the supervisor: one rung above the last of the clock that ends first.
    var supervisor: ActSheet? {
        guard scene.may(.climb), let owed = scene.obligations.first(where: { $0.nextRung != nil }),
            let rung = owed.nextRung?.rung
        else { return nil }
        return ActSheet(
            word: .file(.climb), label: words[.supervisor],
            about: [
                (name: ActField.obligation.rawValue, value: owed.id),
                (name: ActField.rung.rawValue, value: String(rung.rawValue)),
            ], key: "s", mayBeEarlier: false)
    }

    var merge: ActSheet? {
        guard scene.may(.merge) else { return nil }
        return ActSheet(
            word: .file(.merge), label: words[.merge],
            parts: [.text(.code, label: words[.mergeCode], hint: words[.mergeHint])], key: "u",
            mayBeEarlier: false)
    }

    /// Everything else, in the order in which it is needed.
    func others(drawing person: PersonID) -> [ActSheet] {
        [addPerson(person), pause, resume, word, closing].compactMap(\.self)
    }

    private func addPerson(_ person: PersonID) -> ActSheet? {
        guard scene.may(.addPerson) else { return nil }
        // Typed again after a refusal it keeps the id of the first try.
        let typed = scene.memory.typed(ActField.person.rawValue)
        let isTyped = scene.memory.isAbout(.file(.addPerson), [])
        let ages = PersonAge.allCases.map { CodeChoice.Option(id: $0.rawValue, label: scene.age($0)) }
        return ActSheet(
            word: .file(.addPerson), label: words[.addPerson],
            about: [(name: ActField.person.rawValue, value: isTyped ? typed : person.text)],
            parts: [.choice(.age, label: words[.age], ages)])
    }

    private var running: [CodeChoice.Option] { options(scene.obligations) }

    private func options(_ obligations: [Obligation]) -> [CodeChoice.Option] {
        obligations.map { owed in
            CodeChoice.Option(
                id: owed.id,
                label: "\(scene.names.institution(owed.institution)): \(scene.names.kind(owed.kind))")
        }
    }

    /// A clock that was paused goes on before its day.
    private var resume: ActSheet? {
        let paused = options(scene.obligations.filter { $0.pausedUntil != nil })
        guard scene.may(.resume), !paused.isEmpty else { return nil }
        return ActSheet(
            word: .file(.resume), label: words[.resumeClock],
            parts: [.choice(.obligation, label: words[.whichClock], paused)], mayBeEarlier: false)
    }

    private var pause: ActSheet? {
        let running = options(scene.obligations.filter(\.kind.canPause))
        guard scene.may(.pause), !running.isEmpty else { return nil }
        return ActSheet(
            word: .file(.pause), label: words[.pause],
            parts: [
                .choice(.obligation, label: words[.whichClock], running),
                .code(.reason, list: "pause-reasons"),
                .instant(.day, .hour, label: words[.reviewOn]),
            ], mayBeEarlier: false)
    }

    private var word: ActSheet? {
        guard scene.may(.takeWord), !running.isEmpty else { return nil }
        return ActSheet(
            word: .file(.takeWord), label: words[.takeWord],
            parts: [.choice(.obligation, label: words[.whichClock], running)])
    }

    private var closing: ActSheet? {
        if scene.state.closed != nil {
            guard scene.may(.reopen) else { return nil }
            return ActSheet(
                word: .file(.reopen), label: words[.reopen],
                parts: [.code(.reason, list: "reopening-reasons")], mayBeEarlier: false)
        }
        guard let asked = scene.state.closing else {
            guard scene.may(.askClosing) else { return nil }
            return ActSheet(
                word: .file(.askClosing), label: words[.askClosing],
                parts: [.code(.reason, list: "closing-reasons")], mayBeEarlier: false)
        }
        guard scene.may(.close), asked.by != scene.acting.account else { return nil }
        return ActSheet(
            word: .file(.close),
            label: words[
                .close, ["reason": scene.names.code(asked.reason, in: "closing-reasons")]],
            about: [(name: ActField.reason.rawValue, value: asked.reason)], style: .danger,
            mayBeEarlier: false)
    }
}
