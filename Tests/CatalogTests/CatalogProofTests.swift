import Catalog
import Foundation
import ReferralDomain
import RouteEngine
import Testing

/// A contradiction between the protocol and a hard rule, which only the proof can see.
struct PlantedContradiction: CustomTestStringConvertible {
    let rule: HardRule
    let about: String
    let file: String
    let old: String
    let new: String

    var testDescription: String { "rule \(rule.rawValue): \(about)" }

    private static let notify = "steps/2-notify.yaml"
    private static let protection = "steps/4-protection.yaml"

    static let all: [PlantedContradiction] = [
        .init(
            rule: .prosecutorIsAlwaysReached, about: "the prosecutor's free line sleeps at night",
            file: "contacts/prosecutors.yaml", old: "id: fistrap-duty-line",
            new: "id: fistrap-duty-line # planted"),
        .init(
            rule: .prosecutorIsAlwaysReached, about: "the prosecutor is told only when somebody is there",
            file: notify,
            old: "  when: always\n  precaution: no", new: "  when: {victim-present: [yes]}\n  precaution: no"),
        .init(
            rule: .doubtfulAgeIsProtected, about: "a shelter for adults takes in a minor", file: protection,
            old: "when: {all: [{age: [adult]}, {shelter-needed: [yes]}]}",
            new: "when: {shelter-needed: [yes]}"),
        .init(
            rule: .doubtfulAgeIsProtected, about: "a doubtful age is taken for adult", file: notify,
            old: "when: {age: [minor, doubted]}\n  precaution: yes",
            new: "when: {age: [minor]}\n  precaution: yes"),
        .init(
            rule: .implicatedBodyIsNeverTold, about: "the station is told of its own police", file: notify,
            old: "when: {official-implicated: [no, serenazgo, other]}",
            new: "when: {official-implicated: [no, police, other]}"),
        .init(
            rule: .implicatedBodyIsNeverTold, about: "the police unit hands on to the station",
            file: "contacts/hotlines.yaml", old: "- id:",
            new:
                "- {id: planted, institution: pnp-trafficking, kind: broker, value: pnp-station, label: Pida la comisaría., "
                + "hours: 24x7, verified: no, source: manual-1}\n- id:"),
        .init(
            rule: .dangerStaysOn, about: "a place without people turns danger off",
            file: "steps/1-safety.yaml",
            old: "when: {danger: [yes]}", new: "when: {all: [{danger: [yes]}, {victim-present: [yes]}]}"),
        .init(
            rule: .somebodyIsAlwaysTold, about: "nobody is told of an adult", file: notify,
            old: "  when: always\n  precaution: no", new: "  when: {age: [minor, doubted]}\n  precaution: no"),
    ]
}

struct CatalogProofTests {
    @Test func `every hard rule holds over every situation`() throws {
        let proof = CatalogProof(try RealCatalog.catalog())
        for verdict in proof.verdicts {
            #expect(verdict.counterExample == nil, "rule \(verdict.rule.rawValue)")
            #expect(verdict.visited > 0, "a rule that visits nothing proves nothing: \(verdict.rule)")
        }
        #expect(proof.verdicts.map(\.rule) == HardRule.allCases)
        #expect(proof.situations > 1e15)
    }

    @Test(arguments: PlantedContradiction.all)
    func `a planted contradiction is caught with an example`(planted: PlantedContradiction) throws {
        var folder = try RealCatalog.changed(planted.file, planted.old, to: planted.new)
        if planted.about.contains("sleeps") { folder = Self.sleepingLine(folder) }
        let reading = RealCatalog.read(folder)
        let proof = CatalogProof(try #require(reading.draft))
        let caught = proof.verdicts.filter { $0.counterExample?.step != nil }.map(\.rule)
        #expect(caught.contains(planted.rule))
    }

    @Test func `a rule visits at least every combination of the facts it names`() throws {
        let catalog = try RealCatalog.catalog()
        let monotone = try #require(
            CatalogProof(catalog).verdicts.first { $0.rule == .knowingMoreNeverHurts })
        let combinations = catalog.rulebook.steps.reduce(0) { sum, step in
            sum + step.facts.positions.reduce(1) { $0 * (catalog.rulebook.domains[$1].count + 1) }
        }
        #expect(monotone.visited >= combinations)
    }

    /// Every number of the FISTRAP that answers at any hour now keeps office hours.
    private static func sleepingLine(_ folder: CatalogFolder) -> CatalogFolder {
        var copy = folder
        let file = "contacts/prosecutors.yaml"
        let blocks = String(decoding: copy.files[file] ?? [], as: UTF8.self).components(separatedBy: "\n- ")
        let changed = blocks.map { block in
            block.contains("institution: fistrap")
                ? block.replacing("hours: 24x7", with: "hours: office") : block
        }
        copy.files[file] = Array(changed.joined(separator: "\n- ").utf8)
        return copy
    }
}
