import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the page of one person: who answers, what was agreed, what is owed, what lies under lock.
struct PersonView {
    let scene: CaseScene
    let person: PersonState
    let head: StaffHead
    /// Why the last act was not done; nil where nothing was refused.
    var outcome: HTML?

    /// The page of a person; nil where the case has none with this id, or the visitor may not know.
    init?(scene: CaseScene, person id: PersonID, head: StaffHead, outcome: HTML? = nil) {
        guard let person = scene.state.person(id), scene.shows(.people) else { return nil }
        var scene = scene
        scene.back = .person
        self.scene = scene
        self.person = person
        self.head = head
        self.outcome = outcome
    }

    var words: Words<PersonText> { Words(scene.texts) }
    var sheets: PersonSheets { PersonSheets(person: person, scene: scene) }
    private var code: String { scene.state.reference?.text ?? "" }

    var document: Document {
        let title = words[.title, ["person": scene.name(of: person.id), "code": code]]
        return Document(title: title, frame: .staff(head), main: main(title))
    }

    private func main(_ title: String) -> HTML {
        """
        <div class="wrap stack">\(EmergencyBanner(scene: scene).html)\(outcome)\(kept)<div><p class="crumb">\
        \(crumb)</p>\
        <h1>\(title)</h1></div>\(ageNote)<div class="cols half loose">\(sections)</div></div>
        """
    }

    /// Back to where the visitor works on the case: an officer on what was sent to the own unit.
    private var crumb: HTML {
        let sent = scene.relation == .receiver ? scene.referrals.last : nil
        let page = sent.map { Page.inboxReferral(scene.id, $0.id) } ?? .caseFile(scene.id)
        return "<a href=\"\(page.address)\">\(scene.words[.title, ["code": code]])</a>"
    }

    /// What was typed into a form that no longer stands on the page.
    private var kept: HTML? { KeptAnswers(scene: scene, offered: offered).html }

    /// Every form that the page draws.
    private var offered: [ActSheet] {
        let all: [(CaseField, [ActSheet])] = [
            (.custody, sheets.custody), (.people, person.isShredded ? [] : sheets.sealed),
            (.consents, sheets.consents), (.reflection, sheets.reflection), (.safeContact, sheets.contact),
            (.rights, sheets.rights),
            (.goals, sheets.plan + person.goals.filter { $0.met == nil }.compactMap { sheets.meet($0.goal) }),
            (.duties, sheets.duties),
        ]
        return all.filter { scene.shows($0.0) }.flatMap(\.1)
            + StopsView(scene: scene, people: [person]).sheets
    }

    private var ageNote: HTML {
        let age = "\(words[.age]): \(scene.age(person.age))"
        guard person.age.countsAsChild else { return "<p class=\"note\">\(age)</p>" }
        return "<p class=\"note soon\"><b>\(age)</b>. \(words[.childNote])</p>"
    }

    private var sections: [HTML] {
        let all: [(CaseField, HTML)] = [
            (.custody, custody), (.people, sealed), (.consents, PersonConsentView(page: self).html),
            (.reflection, reflection), (.safeContact, contact), (.rights, rights),
            (.goals, PersonPlanView(page: self).goals), (.duties, PersonPlanView(page: self).duties),
        ]
        let shown = all.filter { scene.shows($0.0) }.map(\.1)
        return [StopsView(scene: scene, people: [person]).html].compactMap(\.self) + shown
    }

    /// A box with its forms folded at its foot.
    func box(_ id: String, _ title: PersonText, _ content: HTML, _ sheets: [ActSheet]) -> HTML {
        let forms: [HTML] = sheets.map { ActSheetView(sheet: $0, scene: scene).html }
        let foot: HTML? = forms.isEmpty ? nil : "<div class=\"verbs gap-top\">\(forms)</div>"
        return """
            <section class="box" aria-labelledby="\(id)"><h2 id="\(id)">\(words[title])</h2>\
            \(content)\(foot)</section>
            """
    }

    private var custody: HTML {
        let ledger = CustodyLedgerView(person: person, scene: scene).html
        let forms: [HTML] = sheets.custody.map { ActSheetView(sheet: $0, scene: scene).html }
        return """
            <section class="box custody" aria-labelledby="cus"><h2 id="cus">\(scene.words[.custody])</h2>\
            \(ledger)<div class="verbs gap-top">\(forms)</div></section>
            """
    }

    private var sealed: HTML {
        if person.isShredded {
            return box("sealed", .sealed, "<p class=\"muted\">\(words[.shredded])</p>", [])
        }
        let content: HTML =
            fields.isEmpty
            ? "<p class=\"muted\">\(words[.noSealed])</p>"
            : """
            <p class="small muted">\(words[.sealedHint])</p>\(FactsList(fields.map(masked)).html)
            """
        let images: HTML? = ImagesView.link(scene).map { "<p class=\"gap-top\">\($0)</p>" }
        return box("sealed", .sealed, "\(content)\(images)", sheets.sealed)
    }

    /// The newest envelope of each field that exists for the visitor.
    private var fields: [PersonState.SealedField] {
        person.sealed.filter { scene.showsSealed($0.compartment) }
    }

    /// The page never holds what is under the mask: the server sends it after the reason, and only then.
    private func masked(_ field: PersonState.SealedField) -> (label: String, value: HTML) {
        let mask: HTML = """
            <span class="mask" role="img" aria-label="\(scene.texts[DeskText.covered])">••••••••</span>
            """
        // Behind the glass there is a mask and no key: nothing is offered only to be refused.
        guard scene.relation != .emergency, PermissionForReveal.mayAsk(scene.acting.role) else {
            return (scene.names.code(field.field, in: "fields"), mask)
        }
        return (
            scene.names.code(field.field, in: "fields"),
            "\(mask)\(RevealForm(field: field.field, person: person.id, scene: scene).html)"
        )
    }

    private var reflection: HTML {
        var lines: [String] = []
        if let reflection = person.reflection {
            if let ended = reflection.endedEarly {
                lines.append(words[.reflectionEnded, ["day": ended.happened.dayText]])
            } else if reflection.isRunning(at: scene.now) {
                lines.append(words[.reflectionUntil, ["day": reflection.until.dayText]])
            } else {
                lines.append(words[.reflectionOver, ["day": reflection.until.dayText]])
            }
            lines += reflection.requests.filter(\.isHeld).map { request in
                words[
                    .reflectionHeld,
                    [
                        "body": scene.names.institution(request.institution),
                        "day": request.moment.happened.dayText,
                    ]]
            }
        } else {
            lines.append(words[.reflectionNone])
        }
        let drawn: [HTML] = lines.map { "<p>\($0)</p>" }
        return box("reflection", .reflection, drawn.joined(), sheets.reflection)
    }

    private var contact: HTML {
        var lines: [String] = []
        if let rule = person.safeContact {
            if rule.channels.isEmpty {
                lines.append(words[.contactNever])
            } else {
                let channels = rule.channels.map { scene.names.code($0, in: "channels") }
                lines.append(
                    words[
                        .contactRule,
                        [
                            "channels": channels.joined(separator: ", "), "from": String(rule.fromHour),
                            "before": String(rule.beforeHour),
                        ]])
                lines.append(words[rule.mayNameInstitution ? .contactNamed : .contactUnnamed])
            }
        } else {
            lines.append(words[.contactNone])
        }
        if person.blockedMessages > 0 {
            lines.append(words[.contactBlocked, ["count": String(person.blockedMessages)]])
        }
        let drawn: [HTML] = lines.map { "<p>\($0)</p>" }
        return box("contact", .contact, drawn.joined(), sheets.contact)
    }

    private var rights: HTML {
        let told: [HTML] = person.rightsTold.map { told in
            let line = words[
                .rightsLine,
                [
                    "body": scene.names.institution(told.institution),
                    "language": scene.names.code(told.language, in: "languages"),
                    "day": told.moment.happened.dayText,
                ]]
            let mark =
                told.understood
                ? StateMark(.done, words[.understood]) : StateMark(.open, words[.notUnderstood])
            return "<li>\(line) \(mark.html(scene.texts))</li>"
        }
        let list: HTML = told.isEmpty ? "<p>\(words[.rightsNone])</p>" : "<ul class=\"asks\">\(told)</ul>"
        let count = String(person.retold.count)
        return box(
            "rights", .rights,
            "\(list)<h3 class=\"gap-top\">\(words[.retellings])</h3><p>\(words[.retellingsCount, ["count": count]])</p>\(retellings)",
            sheets.rights)
    }

    /// To whom, why and when the person had to tell it again.
    private var retellings: HTML? {
        let lines: [HTML] = person.retold.map { told in
            let values = [
                "body": scene.names.institution(told.institution),
                "reason": scene.names.code(told.reason, in: "retelling-reasons"),
                "day": told.moment.happened.dayText,
            ]
            return "<li>\(words[.retelling, values])</li>"
        }
        return lines.isEmpty ? nil : "<ul class=\"asks\">\(lines)</ul>"
    }
}
