import Catalog

/// Every item of the catalogue as a page; an id may name items of several kinds, and then all are shown.
struct ItemPages {
    let content: CatalogContent

    func pages(of id: String) -> [String] {
        let found: [Page?] = [
            content.steps[Identifier(id)].map(page), content.institutions[Identifier(id)].map(page),
            content.contacts[Identifier(id)].map(page), content.facts[Identifier(id)].map(page),
            content.indicators[Identifier(id)].map(page), content.deadlines[Identifier(id)].map(page),
            content.duties[Identifier(id)].map(page), content.sources[Identifier(id)].map(page),
            content.districts[Identifier(id)].map(page), content.glossary[Identifier(id)].map(page),
            content.warnings[Identifier(id)].map(page),
        ]
        return found.compactMap { $0?.text }
    }

    /// Ids that contain what was typed, at most eight.
    func idsLike(_ id: String) -> [String] {
        let all =
            content.steps.map(\.id.text) + content.institutions.map(\.id.text)
            + content.contacts.map(\.id.text)
            + content.facts.map(\.id.text) + content.indicators.map(\.id.text)
            + content.deadlines.map(\.id.text)
            + content.sources.map(\.id.text) + content.glossary.map(\.id.text)
        let wanted = Words.typed(id).lowercased()
        return Array(Set(all.filter { $0.lowercased().contains(wanted) })).sorted().prefix(8).map { $0 }
    }

    private func page(_ step: Step) -> Page {
        var page = Page()
        page.title("\(step.id): \(step.title)")
        page.fact(Words[.labelPhase], Words.of(step.phase))
        page.fact(Words[.labelActor], content.institutions[step.actor]?.name ?? Words[.actorAll])
        page.fact(Words[.labelInstitution], content.institutions[step.institution]?.name)
        for other in step.institutionWhen {
            let name = content.institutions[other.institution]?.name ?? other.institution.text
            page.fact(
                Words[.labelOtherwise], Words[.institutionWhen, ["name": name, "when": words(other.when)]])
        }
        page.fact(Words[.labelWhen], words(step.when))
        if step.isPrecaution { page.fact(Words[.labelPrecaution], Words[.precautionMeaning]) }
        page.fact(Words[.labelWhy], step.because)
        for reason in step.reasons {
            page.fact(Words[.labelAlso], Words[.reasonWhen, ["say": reason.say, "when": words(reason.when)]])
        }
        page.fact(
            Words[.labelDeadline],
            step.deadline.flatMap { content.deadlines[$0] }.map { "\($0.id): \($0.legal)" })
        if step.deadline == nil { page.fact(Words[.labelDeadline], Words[.noLegalDeadline]) }
        page.fact(Words[.labelEvidence], step.evidence)
        page.fact(Words[.labelSources], cites(step.sources))
        page.fact(Words[.labelFile], step.place.description)
        return page
    }

    private func page(_ institution: Institution) -> Page {
        var page = Page()
        page.title(institution.short.map { "\(institution.name) (\($0))" } ?? institution.name)
        page.paragraph(institution.role)
        for act in institution.does { page.paragraph(act, mark: "· ") }
        page.fact(Words[.labelWhen], institution.convene)
        page.fact(
            Words[.labelReached],
            institution.reachedThrough.compactMap { content.institutions[$0]?.shortName }.joined(
                separator: ", "))
        for contact in content.contacts where contact.institution == institution.id {
            page.paragraph(ContactLine(contact, content).text, mark: "→ ")
        }
        page.fact(Words[.labelSources], cites(institution.sources))
        page.fact(Words[.labelFile], institution.place.description)
        return page
    }

    private func page(_ contact: Contact) -> Page {
        var page = Page()
        page.title(content.institutions[contact.institution]?.name ?? contact.institution.text)
        page.paragraph(ContactLine(contact, content).text)
        page.fact(Words[.labelAddress], contact.address)
        page.fact(Words[.labelNote], contact.note)
        page.fact(Words[.labelSources], cites([contact.source]))
        page.fact(Words[.labelFile], contact.place.description)
        return page
    }

    private func page(_ fact: Fact) -> Page {
        var page = Page()
        page.title("\(fact.id): \(fact.question)")
        page.fact(Words[.labelNote], fact.hint)
        for value in fact.values { page.paragraph("\(value.id): \(value.label)", mark: "· ") }
        let users = content.steps.filter { step in step.when.tests.contains { $0.fact == fact.id } }
        page.fact(Words[.labelUsedBy], users.map(\.id.text).joined(separator: ", "))
        page.fact(Words[.labelFile], fact.place.description)
        return page
    }

    private func page(_ indicator: Indicator) -> Page {
        var page = Page()
        page.title("\(indicator.id): \(indicator.text)")
        page.fact(Words[.labelEnglish], indicator.english)
        page.fact(Words[.labelWeight], indicator.weight.rawValue)
        page.fact(Words[.labelSources], indicator.sourceNote + ". " + cites(indicator.sources))
        page.fact(Words[.labelFile], indicator.place.description)
        return page
    }

    private func page(_ deadline: Deadline) -> Page {
        var page = Page()
        page.title("\(deadline.id): \(deadline.duty)")
        page.fact(Words[.labelActor], "\(deadline.who) → \(deadline.to)")
        page.fact(Words[.labelDeadline], deadline.legal)
        for term in deadline.terms {
            page.paragraph("\(term.amount) \(Words.of(term.unit)): \(term.when)", mark: "· ")
        }
        page.fact(Words[.labelTarget], deadline.target ?? deadline.targetNote)
        page.fact(Words[.labelSources], cites(deadline.basis))
        page.fact(Words[.labelStatus], Words.of(deadline.status))
        page.fact(Words[.labelFile], deadline.place.description)
        return page
    }

    private func page(_ duty: Duty) -> Page {
        var page = Page()
        page.title(Words[.dutyTitle, ["number": String(duty.number), "id": duty.id.text]])
        page.paragraph(duty.text)
        page.fact(
            Words[.labelActor],
            duty.owners.compactMap { content.institutions[$0]?.shortName }.joined(separator: ", "))
        page.fact(Words[.labelEvidence], duty.evidence)
        page.fact(Words[.labelCadence], duty.cadence.joined(separator: ", "))
        page.fact(Words[.labelSources], cites(duty.sources))
        return page
    }

    private func page(_ source: Source) -> Page {
        var page = Page()
        page.title(source.title)
        page.paragraph(source.says)
        page.fact(Words[.labelCite], source.cite)
        page.fact(Words[.labelAlias], source.aliases.joined(separator: ", "))
        page.fact(Words[.labelStatus], Words.of(source.status))
        page.fact(Words[.labelNote], source.note)
        page.fact(Words[.labelFile], source.place.description)
        return page
    }

    private func page(_ district: District) -> Page {
        var page = Page()
        page.title("\(district.id): \(district.name)")
        let part = content.fiscalDistricts[district.fiscalDistrict]
        page.fact(Words[.labelFiscalDistrict], part?.name)
        page.fact(Words[.labelProsecutor], part.flatMap { content.institutions[$0.prosecutor]?.name })
        page.fact(Words[.labelChildOffice], content.contacts[district.childProtectionOffice]?.label)
        page.fact(Words[.labelNote], district.note)
        page.fact(Words[.labelFile], district.place.description)
        return page
    }

    private func page(_ term: GlossaryTerm) -> Page {
        var page = Page()
        page.title(term.short.map { "\(term.term) (\($0))" } ?? term.term)
        page.paragraph(term.text)
        page.fact(Words[.labelSources], cites(term.sources))
        return page
    }

    private func page(_ warning: HardWarning) -> Page {
        var page = Page()
        page.title(warning.topic)
        page.fact(Words[.labelManualSays], warning.manualSays)
        page.fact(Words[.labelLawSays], warning.lawSays)
        page.fact(Words[.labelDo], warning.do)
        page.fact(Words[.labelSources], cites(warning.sources))
        return page
    }

    private func cites(_ ids: [Identifier<Source>]) -> String {
        ids.compactMap { content.sources[$0]?.cite }.joined(separator: "; ")
    }

    /// A condition in the ids of the catalogue, as it is written there.
    private func words(_ condition: Condition) -> String {
        switch condition {
        case .always: Words[.conditionAlways]
        case .test(let fact, let values, _): "\(fact) = \(values.joined(separator: " | "))"
        case .all(let parts): "(" + parts.map(words).joined(separator: Words[.conditionAnd]) + ")"
        case .any(let parts): "(" + parts.map(words).joined(separator: Words[.conditionOr]) + ")"
        case .not(let part): Words[.conditionNot] + words(part)
        }
    }
}
