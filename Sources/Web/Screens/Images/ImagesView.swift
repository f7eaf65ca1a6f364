import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the images of a case: a list that shows none of them, and the form that attaches one.
struct ImagesView {
    let scene: CaseScene
    let cards: [SealedImage.Card]
    let form: ImageForm
    /// Why the last one was not kept or opened; nil where nothing was refused.
    let failure: ImageFailure?
    let head: StaffHead

    private var words: Words<ImageText> { Words(scene.texts) }
    private var code: String { scene.state.reference?.text ?? "" }

    var document: Document {
        let title = words[.title, ["code": code]]
        return Document(
            title: title, frame: .staff(head),
            main: """
                <div class="wrap stack"><p class="crumb"><a href="\(back.address)">\
                \(scene.words[.title, ["code": code]])</a></p><div><h1>\(title)</h1>\
                <p class="lead">\(words[.lead])</p></div>\(note)\(list)<div class="cols half">\(attaching)</div></div>
                """)
    }

    /// The way to this page; nil for whoever has none.
    static func link(_ scene: CaseScene) -> HTML? {
        guard scene.relation == .owner || scene.relation == .receiver,
            let permission = PagePattern.caseImages.permission,
            PermissionMatrix.carried.mayOpen(permission, as: scene.acting.role)
        else { return nil }
        return """
            <a class="btn quiet" href="\(Page.caseImages(scene.id).address)">\
            \(Words<ImageText>(scene.texts)[.link])</a>
            """
    }

    /// Back to where the visitor works on the case: an officer on what was sent to the own unit.
    private var back: Page {
        let sent = scene.relation == .receiver ? scene.referrals.last : nil
        return sent.map { Page.inboxReferral(scene.id, $0.id) } ?? .caseFile(scene.id)
    }

    private var note: HTML? {
        switch failure {
        case nil: return nil
        case .notNow: return refusal(words[.notNow], nil)
        case .vault(let fault): return VaultNote(fault: fault, names: scene.names).html
        case .act(let failure): return failure.note(scene.names).html
        case .incomplete, .noteTooLong, .several, .broken, .image:
            return failure?.words.map { refusal(words[$0.what], words[$0.todo]) }
        }
    }

    private func refusal(_ what: String, _ todo: String?) -> HTML {
        """
        <div class="note late" role="alert"><h2>\(words[.refused])</h2><p>\(what)</p><p>\(words[.kept])</p>\
        \(todo.map { "<p><b>\($0)</b></p>" as HTML })</div>
        """
    }

    private var list: HTML {
        guard !cards.isEmpty else { return "<p class=\"muted\">\(words[.none])</p>" }
        return DataTable(
            id: "images", caption: words[.list],
            columns: [
                .init(words[.kind], .head), .init(words[.person]), .init(words[.when], .nowrap),
                .init(words[.by]), .init(words[.size], .number), .init(words[.see], .mute),
            ], rows: cards.map(row)
        ).html
    }

    private func row(_ card: SealedImage.Card) -> [HTML?] {
        let unit = scene.units.first { $0.id == card.unit }?.name ?? card.unit.text
        // Rounded up, so that nothing has no size.
        let size = words[.sizeInKB, ["size": String((card.size + 1_023) / 1_024)]]
        return [
            "\(kind(card))", "\(scene.name(of: card.person))",
            "\(card.instant.dayText) \(card.instant.hourText)", "\(unit)", "\(size)", opening(card),
        ]
    }

    private func kind(_ card: SealedImage.Card) -> String { scene.names.code(card.kind, in: ImageForm.list) }

    /// Asks to open one: a reason first, and the picture comes only with the answer.
    private func opening(_ card: SealedImage.Card) -> HTML {
        let reason = CodeChoice(
            name: ActField.reason.rawValue, label: scene.names.title(of: RevealForm.list),
            options: scene.names.options(of: RevealForm.list))
        let note: HTML? =
            card.hasNote
            ? """
            <button class="quiet" name="\(ImageForm.noteField)" value="si">\(words[.noteSee])</button>
            """ : nil
        return """
            <details><summary>\(words[.openOne, ["kind": kind(card)]])</summary><form method="post" \
            action="\(Page.caseImage(scene.id).address)" autocomplete="off">\
            \(FormToken(scene.visitor.formToken).html)\(ActForm.hidden(ImageForm.idField, card.id.text))\
            \(reason.html(scene.texts, id: "reveal-\(card.id.text)"))\
            <p class="acts gap-top"><button>\(words[.see])</button>\(note)</p></form></details>
            """
    }

    private var attaching: HTML {
        let content: HTML
        if !scene.may(.seal) || ImageForm.kinds(in: scene).isEmpty {
            content = "<p>\(words[.notNow])</p>"
        } else if ImageForm.people(in: scene).isEmpty {
            content = "<p>\(words[.noPeople])</p>"
        } else {
            content = fields
        }
        return """
            <section class="box" aria-labelledby="attach"><h2 id="attach">\(words[.attach])</h2>\(content)</section>
            """
    }

    /// The image is the last field: what stands before it is known, whatever comes.
    private var fields: HTML {
        let people = ImageForm.people(in: scene)
        let whose = CodeChoice(
            name: ActField.person.rawValue, label: words[.whose],
            options: people.map { .init(id: $0.id.text, label: scene.name(of: $0.id)) },
            chosen: form.person ?? (people.count == 1 ? people.first?.id.text : nil))
        let kind = CodeChoice(
            name: ImageForm.kindField, label: scene.names.title(of: ImageForm.list),
            options: ImageForm.kinds(in: scene).map { .init(id: $0.id, label: $0.label) }, chosen: form.kind)
        let note = TextField(
            name: ImageForm.noteField, label: words[.note], value: form.note ?? "", hint: words[.noteHint],
            most: ImageForm.longestNote, isRequired: false)
        return """
            <form class="stack" method="post" action="\(Page.caseImages(scene.id).address)" \
            enctype="multipart/form-data" autocomplete="off">\(FormToken(scene.visitor.formToken).html)\
            \(ActForm.hidden(ImageForm.idField, form.id.text))\(whose.html(scene.texts, id: "whose"))\
            \(kind.html(scene.texts, id: "kind"))\(note.html(id: "note"))<div class="field">\
            <label for="image">\(words[.file])</label><p class="hint" id="image-hint">\(words[.fileHint])</p>\
            <input id="image" type="file" name="\(ImageForm.fileField)" accept="image/jpeg,image/png,image/webp" \
            required aria-describedby="image-hint"></div><p class="hint">\(words[.promise])</p>\
            <p class="acts gap-top"><button>\(words[.button])</button></p></form>
            """
    }
}
