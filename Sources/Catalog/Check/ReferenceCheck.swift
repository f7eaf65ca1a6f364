import ReferralDomain

/// Every id that an item names exists.
struct ReferenceCheck {
    private let content: CatalogContent
    private let sources: Set<Identifier<Source>>
    private let institutions: Set<Identifier<Institution>>
    private let contacts: Set<Identifier<Contact>>
    private let fiscalDistricts: Set<Identifier<FiscalDistrict>>

    init(content: CatalogContent) {
        self.content = content
        sources = Set(content.sources.map(\.id))
        institutions = Set(content.institutions.map(\.id))
        contacts = Set(content.contacts.map(\.id))
        fiscalDistricts = Set(content.fiscalDistricts.map(\.id))
    }

    var findings: [Finding] { directory + territory + rules + cards }

    private var directory: [Finding] {
        var found: [Finding] = []
        for body in content.institutions {
            found += cited(body.sources, body.place) + known(body.reachedThrough, institutions, body.place)
        }
        for contact in content.contacts {
            found += known([contact.institution], institutions, contact.place)
            found += known([contact.source], sources, contact.place)
            if contact.kind == .broker {
                found += known([Identifier(contact.value)], institutions, contact.place)
            }
        }
        return found
    }

    private var territory: [Finding] {
        var found: [Finding] = []
        for district in content.districts {
            found += known([district.fiscalDistrict], fiscalDistricts, district.place)
            found += known([district.childProtectionOffice], contacts, district.place)
        }
        for part in content.fiscalDistricts {
            found += known([part.prosecutor], institutions, part.place) + cited(part.sources, part.place)
            found += known(part.secondCall, contacts, part.place)
        }
        for holiday in content.holidays { found += known([holiday.source], sources, holiday.place) }
        return found
    }

    private var rules: [Finding] {
        content.steps.flatMap(step) + content.levels.flatMap { tests($0.when) }
            + content.deadlines.flatMap { cited($0.basis, $0.place) } + content.indicators.flatMap(indicator)
    }

    private var cards: [Finding] {
        let steps = Set(content.steps.map(\.id))
        var found: [Finding] = []
        for duty in content.duties {
            found += cited(duty.sources, duty.place) + known(duty.owners, institutions, duty.place)
            found += known([duty.step], steps, duty.place)
        }
        for right in content.rights { found += cited(right.sources, right.place) }
        for line in content.conduct { found += cited(line.sources, line.place) }
        for warning in content.warnings { found += cited(warning.sources, warning.place) }
        for stage in content.flow {
            found += cited(stage.sources, stage.place) + known(stage.steps, steps, stage.place)
        }
        for term in content.glossary {
            found += cited(term.sources, term.place)
            found += known(term.institution.map { [$0] } ?? [], institutions, term.place)
        }
        return found
    }

    private func step(_ step: Step) -> [Finding] {
        var found = cited(step.sources, step.place)
        let named = [step.institution] + step.beside + step.institutionWhen.map(\.institution)
        found += known(named, institutions, step.place)
        // `all` stands for every institution that has accepted the case.
        if step.actor != "all" { found += known([step.actor], institutions, step.place) }
        if let deadline = step.deadline {
            found += known([deadline], Set(content.deadlines.map(\.id)), step.place)
        }
        found += tests(step.when)
        found += step.institutionWhen.flatMap { tests($0.when) }
        found += step.reasons.flatMap { tests($0.when) }
        return found
    }

    private func indicator(_ indicator: Indicator) -> [Finding] {
        cited(indicator.sources, indicator.place)
            + indicator.implies.flatMap { value(of: $0.fact, [$0.value], indicator.place) }
    }

    private func tests(_ condition: Condition) -> [Finding] {
        condition.tests.flatMap { value(of: $0.fact, $0.values, $0.place) }
    }

    private func value(of fact: Identifier<Fact>, _ values: [String], _ place: Place) -> [Finding] {
        guard let known = content.facts[fact] else {
            return [Finding(.unknownID, at: place, ["id": fact.text])]
        }
        let allowed = known.values.map(\.id)
        var found = values.filter { !allowed.contains($0) }.map {
            Finding(
                .unknownValue, at: place,
                ["fact": fact.text, "value": $0, "allowed": allowed.joined(separator: ", ")])
        }
        if Set(values).count < values.count {
            found.append(
                Finding(.repeatedValue, at: place, ["key": fact.text, "id": values.joined(separator: ", ")]))
        }
        if found.isEmpty, values.count == allowed.count {
            found.append(Finding(.ruleAlwaysHolds, at: place, ["id": fact.text]))
        }
        return found
    }

    private func cited(_ ids: [Identifier<Source>], _ place: Place) -> [Finding] {
        ids.isEmpty ? [Finding(.noSource, at: place)] : known(ids, sources, place)
    }

    private func known<Subject>(
        _ ids: [Identifier<Subject>], _ all: Set<Identifier<Subject>>, _ place: Place
    ) -> [Finding] {
        ids.filter { !all.contains($0) }.map { Finding(.unknownID, at: place, ["id": $0.text]) }
    }

}
