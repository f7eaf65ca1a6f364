import Catalog
import Testing

@testable import Standards

/// The words of the alert form are complete, and no sign says a word that is not there.
struct RETAFichaTests {
    @Test func `the form has 18 conducts, 25 means and 3 related facts, each once`() {
        let lists = [RETAFicha.conducts, RETAFicha.means, RETAFicha.related]
        #expect(lists.map(\.count) == [18, 25, 3])
        #expect(Set(lists.flatMap(\.self)).count == 46)
    }

    @Test func `what signs and facts say are words of the form, and they are known signs and facts`() throws {
        let content = try House.catalog().content
        let signs = content.indicators.map(\.id.text)
        for sign in signs {
            #expect(Set(RETAFicha.means(signs: [sign])).isSubset(of: RETAFicha.means))
        }
        #expect(RETAFicha.means(signs: signs).count > 8, "a word that is none of the form would be lost")
        let yes = Dictionary(uniqueKeysWithValues: content.facts.map { ($0.id.text, "yes") })
        #expect(RETAFicha.conducts(facts: yes, signs: signs).count > 8)
        #expect(RETAFicha.related(facts: yes) == ["disappearance"])
    }

    @Test func `what nobody answered, or answered with no, says nothing`() {
        let no = ["begging": "no", "sexual-exploitation": "no", "missing-report": "no"]
        #expect(RETAFicha.conducts(facts: no, signs: []).isEmpty && RETAFicha.related(facts: no).isEmpty)
        #expect(RETAFicha.means(signs: []).isEmpty)
    }
}
