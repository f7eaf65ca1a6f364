import ReferralDomain
import RouteEngine

extension ProofWalk {
    /// Rule 1: a prosecutor, always required, with a phone that answers at any hour in every district.
    func proveProsecutor() {
        guard let notify = step("notify-prosecutor"),
            let place = content.facts.position(of: ProtocolCatalog.Derived.fiscalDistrict)
        else { return }
        for known in combinations(of: facts(of: [notify]).union(.only(place))) {
            let isRequired = rulebook.status(ofStep: notify, known).isRequired
            let body = content.institutions[Int(rulebook.institution(ofStep: notify, known))]
            expect(
                isRequired && body.kind == .prosecutor, else: CounterExample(catalog, known, step: notify))
            proveAnswered(body, known, notify)
        }
    }

    /// Whoever is named answers at any hour, and by night the number on top is one that is known to answer.
    private func proveAnswered(_ body: Institution, _ known: Knowledge, _ step: Int) {
        let times = districts(of: known).flatMap { district in [true, false].map { (district, $0) } }
        for (district, isOfficeTime) in times {
            let phones = catalog.contacts(of: [body.id], serving: district, isOfficeTime: isOfficeTime)
                .filter(\.kind.isPhone)
            let isAnswered = phones.contains { $0.hours == .always }
            expect(
                isAnswered && (isOfficeTime || phones.first?.hours == .always),
                else: CounterExample(
                    catalog, known, step: step, district: district, isOfficeTime: isOfficeTime))
        }
    }

    /// Rule 2: while the age is not known to be adult.
    func proveDoubtfulAge() {
        guard let notify = step("notify-child-protection"), let measure = step("child-measure"),
            let shelter = step("adult-shelter"), let adult = value("age", "adult")
        else { return }
        for known in combinations(of: facts(of: [notify, measure, shelter]).union(.only(adult.fact)))
        where known[adult.fact].answer != adult.value {
            for owed in [notify, measure] {
                expect(
                    rulebook.status(ofStep: owed, known).isRequired,
                    else: CounterExample(catalog, known, step: owed))
            }
            expect(
                !rulebook.status(ofStep: shelter, known).isRequired,
                else: CounterExample(catalog, known, step: shelter))
        }
    }

    /// Rule 3: no step that is not ruled out names a body that is implicated, nor a contact that leads to it.
    func proveImplicated() {
        let implicated: [(value: String, body: Identifier<Institution>)] = [
            ("police", "pnp-station"), ("serenazgo", "citizen-security"),
        ]
        for (word, body) in implicated {
            guard let official = value("official-implicated", word) else { return }
            for number in content.steps.indices {
                for known in combinations(of: facts(of: [number]).union(.only(official.fact)))
                where known[official.fact].answer == official.value {
                    expect(
                        rulebook.status(ofStep: number, known) == .notNeeded
                            || !leads(number, known, to: body),
                        else: CounterExample(catalog, known, step: number))
                }
            }
        }
    }

    private func leads(_ number: Int, _ known: Knowledge, to body: Identifier<Institution>) -> Bool {
        let chosen = content.institutions[Int(rulebook.institution(ofStep: number, known))]
        let named = [chosen.id] + content.steps[number].beside
        if named.contains(body) { return true }
        return content.contacts.contains { contact in
            named.contains(contact.institution) && contact.kind == .broker && contact.value == body.text
        }
    }

    /// Rule 4: what was said of danger or injury stands until that very answer, or a known stay abroad, says otherwise.
    func proveDanger() {
        for (id, fact) in [("emergency-police", "danger"), ("emergency-medical", "injury")] {
            guard let urgent = step(Identifier(id)), let yes = value(Identifier(fact), "yes"),
                let abroad = value("abroad", "yes")
            else { return }
            for known in combinations(of: facts(of: [urgent]).union(.only(yes.fact)))
            where known[yes.fact].answer == yes.value {
                let isAbroad = known[abroad.fact].answer == abroad.value
                expect(
                    isAbroad || rulebook.status(ofStep: urgent, known) == .required,
                    else: CounterExample(catalog, known, step: urgent))
            }
        }
    }
}
