import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws who was told to stop after a person took an agreement back, and who has not confirmed it yet.
///
/// Only whoever answers for the case sees it: a receiver sees its own stop, and no other's.
struct StopsView {
    let scene: CaseScene
    /// The persons to look at: one on their own page, all of them on the page of the case.
    let people: [PersonState]

    private var words: Words<PersonText> { Words(scene.texts) }

    /// One form for each body that has not confirmed: how it said so, who by their post, and when.
    var sheets: [ActSheet] {
        guard scene.relation == .owner, scene.may(.confirmStop) else { return [] }
        return people.flatMap { person in
            person.consents.filter { $0.answer == .withdrawn && Self.isOpen($0) }.map { sheet(person, $0) }
        }
    }

    private func sheet(_ person: PersonState, _ consent: PersonState.Consent) -> ActSheet {
        let body = scene.names.institution(consent.recipient)
        return ActSheet(
            word: .person(.confirmStop),
            label: "\(words[.stopsProve]). \(body), \(scene.name(of: person.id))",
            about: [
                (name: ActField.person.rawValue, value: person.id.text),
                (name: ActField.purpose.rawValue, value: consent.purpose.rawValue),
                (name: ActField.institution.rawValue, value: consent.recipient),
            ],
            parts: [
                .choice(.channel, label: words[.stopsHow], scene.names.options(of: "channels")),
                .text(.post, label: words[.stopsWho], hint: words[.postHint]),
                .instant(.declaredDay, .declaredHour, label: words[.stopsWhen]),
            ], mayBeEarlier: false)
    }

    private var forms: HTML? {
        let drawn: [HTML] = sheets.map { ActSheetView(sheet: $0, scene: scene).html }
        return drawn.isEmpty ? nil : "<div class=\"verbs gap-top\">\(drawn)</div>"
    }

    /// Where the signed orders stand, to be shown or printed.
    private var orders: HTML {
        """
        <p class="acts gap-top"><a class="btn quiet" href="\(Page.caseStops(scene.id).address)">\
        \(scene.words[.stops])</a></p>
        """
    }

    /// Nil where nothing was taken back, or it is not the visitor's to see.
    var html: HTML? {
        guard scene.relation == .owner else { return nil }
        let stops = people.flatMap { person in
            person.consents.filter { $0.answer == .withdrawn }.map { (person, $0) }
        }
        guard !stops.isEmpty else { return nil }
        // Who is still to confirm stands first, the oldest withdrawal before the others.
        let ordered = stops.sorted { one, other in
            let isOpen = (Self.isOpen(one.1), Self.isOpen(other.1))
            return isOpen.0 == isOpen.1 ? one.1.moment.happened < other.1.moment.happened : isOpen.0
        }
        let table = CardTable(
            id: "stops",
            columns: [
                .init(words[.body], .head), .init(words[.purpose]), .init(words[.stopsSince]),
                .init(words[.stopsState], .own),
            ],
            rows: ordered.map { row($0.0, $0.1) })
        let open = String(stops.count { Self.isOpen($0.1) })
        return """
            <section class="box" aria-labelledby="stops"><h2 id="stops">\(words[.stopsTitle])</h2>\
            <p class="small muted">\(words[.stopsLead, ["count": open]])</p>\
            \(table.html)\(orders)\(forms)</section>
            """
    }

    private static func isOpen(_ consent: PersonState.Consent) -> Bool {
        !consent.confirmedBy.contains(consent.recipient)
    }

    private func row(_ person: PersonState, _ consent: PersonState.Consent) -> [HTML?] {
        [
            """
            \(scene.names.institution(consent.recipient))<br><span class="small muted">\
            \(scene.name(of: person.id))</span>
            """,
            "\(scene.names.purpose(consent.purpose))", time(consent.moment.happened), state(person, consent),
        ]
    }

    private func state(_ person: PersonState, _ consent: PersonState.Consent) -> HTML {
        if let confirmed = consent.confirmed {
            return """
                \(StateMark(.done, words[.stopsAll]).html(scene.texts))<br>\(time(confirmed.happened))
                """
        }
        let mark = StateMark(.open, words[.stopsOpen]).html(scene.texts)
        guard let owed = obligation(person, consent) else { return mark }
        let face = ClockFace(owed, now: scene.now)
        return """
            \(StateMark(face.state, words[.stopsOpen]).html(scene.texts))<br>\
            \(ClockText(face: face, texts: scene.texts).html)
            """
    }

    private func obligation(_ person: PersonState, _ consent: PersonState.Consent) -> Obligation? {
        scene.obligations.first { owed in
            owed.kind == .stop && owed.person == person.id && owed.institution == consent.recipient
                && owed.subject == consent.purpose.rawValue
        }
    }

    private func time(_ instant: Instant) -> HTML {
        """
        <time datetime="\(instant.machineText)">\(instant.dayText) \(instant.hourText)</time>
        """
    }
}
