import ReferralDomain
import RouteEngine

extension ProofWalk {
    /// Rule 5: source, institution, contact in every district, deadline or none by law.
    func proveWholeness() {
        for (number, step) in content.steps.enumerated() {
            let hasDeadline = step.deadline.map { content.deadlines[$0] != nil } ?? true
            expect(
                !step.sources.isEmpty && hasDeadline,
                else: CounterExample(catalog, rulebook.nothingKnown, step: number))
            for known in combinations(of: facts(of: [number]))
            where rulebook.status(ofStep: number, known) != .notNeeded {
                proveReachable(number, known)
            }
        }
    }

    private func proveReachable(_ number: Int, _ known: Knowledge) {
        let chosen = Int(rulebook.institution(ofStep: number, known))
        let bodies = [content.institutions[chosen].id] + content.steps[number].beside
        for district in districts(of: known) {
            let contacts = catalog.contacts(of: bodies, serving: district, isOfficeTime: false)
            expect(!contacts.isEmpty, else: CounterExample(catalog, known, step: number, district: district))
        }
    }

    /// Rule 6: the least a route says is `notify-prosecutor` or `report-place`.
    func proveSomebodyTold() {
        guard let prosecutor = step("notify-prosecutor"), let place = step("report-place") else { return }
        for known in combinations(of: facts(of: [prosecutor, place])) {
            let isSomebodyTold = [prosecutor, place].contains {
                rulebook.status(ofStep: $0, known).isRequired
            }
            expect(isSomebodyTold, else: CounterExample(catalog, known, step: prosecutor))
        }
        // A level advises and never closes: whatever is known, one of them holds.
        expect(rulebook.levels.last?.facts.isEmpty == true, else: CounterExample())
    }

    /// Rule 7: one more answer never moves a step from required to pending, and the order of answers never matters.
    func proveMonotone() {
        for number in content.steps.indices {
            let touched = facts(of: [number])
            for known in combinations(of: touched) {
                let before = rulebook.status(ofStep: number, known)
                proveNoStepBack(number, known, touched)
                expect(
                    rulebook.status(ofStep: number, relearned(known, touched)) == before,
                    else: CounterExample(catalog, known, step: number))
            }
        }
    }

    /// Whatever is answered next, what is required does not become pending.
    private func proveNoStepBack(_ number: Int, _ known: Knowledge, _ facts: FactSet) {
        guard rulebook.status(ofStep: number, known).isRequired else { return }
        for fact in facts.positions where known[fact].answer == nil {
            for value in 0..<rulebook.domains[fact].count {
                var more = known
                more.learn(.only(value), of: fact)
                expect(
                    rulebook.status(ofStep: number, more) != .pending,
                    else: CounterExample(catalog, more, step: number))
            }
        }
    }

    /// The same answers taken in from the last to the first.
    private func relearned(_ known: Knowledge, _ facts: FactSet) -> Knowledge {
        var again = rulebook.nothingKnown
        for fact in facts.positions.reversed() { again.learn(known[fact], of: fact) }
        return again
    }

    /// Rule 8: a shelter has no address, position, phone or page, and no text about it names a street.
    func proveNoAddress() {
        for shelter in content.institutions where shelter.kind == .shelter {
            expect(!shelter.reachedThrough.isEmpty, else: CounterExample(shelter))
            for text in [shelter.role, shelter.convene] + shelter.does {
                expect(!Self.namesStreet(text), else: CounterExample(shelter))
            }
            for contact in content.contacts where contact.institution == shelter.id {
                let isHidden = contact.address == nil && contact.position == nil && contact.kind == .broker
                expect(
                    isHidden && !Self.namesStreet(contact.label + " " + (contact.note ?? "")),
                    else: CounterExample(shelter))
            }
        }
    }

    /// Whether a text names a street as Peruvian addresses do: `Av.`, `Jr.`, `Calle`, `Mz.`, `Lt.`
    private static func namesStreet(_ text: String) -> Bool {
        let words = text.split { $0.isWhitespace || $0 == "," }.map { $0.lowercased() }
        return words.contains {
            ["av.", "jr.", "calle", "mz", "mz.", "lt", "lt.", "psje.", "urb.", "avenida"].contains($0)
        }
    }
}
