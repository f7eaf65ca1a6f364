public import Access
public import Catalog
import CaseRegister

extension IntakeRules {
    /// What the intake asks of a catalogue.
    public init(_ catalog: ProtocolCatalog) {
        let content = catalog.content
        self.init(
            catalogHash: catalog.hash,
            knows: { report in
                report.facts.allSatisfy { answer in
                    content.facts[Identifier(answer.fact)].map {
                        $0.asked != .derived && $0.position(ofValue: answer.value) != nil
                    } ?? false
                }
                    && report.signs.allSatisfy { content.indicators[Identifier($0)] != nil }
                    && report.requiredSteps.allSatisfy { content.steps[Identifier($0)] != nil }
                    && content.levels[Identifier(report.level)] != nil
                    && (report.capture?.calls ?? []).allSatisfy { content.steps[Identifier($0.step)] != nil }
            },
            hasDistrict: { content.districts[Identifier($0)] != nil })
    }
}
