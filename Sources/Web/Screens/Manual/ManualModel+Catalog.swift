import Catalog
import Foundation

extension ManualModel {
    init(_ content: CatalogContent) {
        let reader = Reader(content: content)
        stages = content.flow.map(reader.stage)
        chart = FlowChart(stages: stages)
        signs = reader.signGroups
        conduct = content.conduct.map { line in
            Conduct(do: line.do, dont: line.dont, citations: reader.citations(line.sources))
        }
        rights = content.rights.map { Cited(text: $0.text, citations: reader.citations($0.sources)) }
        duties = content.duties.sorted { $0.number < $1.number }.map(reader.duty)
        deadlines = content.deadlines.map { line in
            DeadlineLine(
                duty: line.duty, who: line.who, to: line.to, legal: line.legal,
                isVerified: line.status == .verified, citations: reader.citations(line.basis))
        }
        institutions = content.institutions.map(reader.institution)
        warnings = content.warnings.map(reader.warning)
        let inOrder = content.glossary.map { (key: Self.folded($0.term), term: $0) }
            .sorted { $0.key < $1.key }
        terms = inOrder.map { _, term in
            Term(
                term: term.term, short: term.short, text: term.text, citations: reader.citations(term.sources)
            )
        }
        sources = content.sources.map { source in
            SourceLine(
                id: source.id.text, title: source.title, cite: source.cite, says: source.says,
                isVerified: source.status == .verified, readOn: source.checkedOn?.text)
        }
    }

    /// The term as a dictionary sorts it: accents and case do not count.
    private static func folded(_ term: String) -> String {
        term.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    private struct Reader {
        let content: CatalogContent

        func citations(_ sources: [Identifier<Source>]) -> [Citation] {
            sources.compactMap { content.sources[$0] }.map { Citation(id: $0.id.text, cite: $0.cite) }
        }

        func names(_ institutions: [Identifier<Institution>]) -> [String] {
            var seen: Set<String> = []
            return institutions.compactMap { content.institutions[$0]?.shortName }
                .filter { seen.insert($0).inserted }
        }

        func stage(_ stage: FlowStage) -> Stage {
            let steps = stage.steps.compactMap { content.steps[$0] }
            return Stage(
                number: stage.number, title: stage.title, detail: stage.detail,
                owners: names(steps.map(\.institution)), citations: citations(stage.sources))
        }

        var signGroups: [SignGroup] {
            let letters = Set(content.indicators.compactMap(\.id.text.first)).sorted()
            return letters.map { letter in
                SignGroup(
                    letter: letter,
                    signs: content.indicators.filter { $0.id.text.first == letter }.map { sign in
                        Sign(
                            id: sign.id.text, text: sign.text, observed: sign.observed,
                            citations: citations(sign.sources))
                    })
            }
        }

        func duty(_ duty: Duty) -> DutyLine {
            DutyLine(
                number: duty.number, text: duty.text, owners: names(duty.owners), evidence: duty.evidence,
                citations: citations(duty.sources))
        }

        func institution(_ institution: Institution) -> InstitutionEntry {
            InstitutionEntry(
                id: institution.id.text, name: institution.name, short: institution.short,
                role: institution.role, does: institution.does, convene: institution.convene,
                reachedThrough: names(institution.reachedThrough), citations: citations(institution.sources))
        }

        func warning(_ warning: HardWarning) -> Warning {
            Warning(
                topic: warning.topic, manualSays: warning.manualSays, lawSays: warning.lawSays,
                do: warning.do,
                citations: citations(warning.sources))
        }
    }
}
