import Catalog
import Testing

@testable import Standards

/// The words of the alert form are complete, and no sign says a word that is not there.
struct RETAFichaTests {
    @Test(arguments: [
        (RETAFicha.conductList, RETAFicha.conducts, 18), (RETAFicha.meansList, RETAFicha.means, 25),
        (RETAFicha.factList, RETAFicha.related, 3),
    ])
    func `the catalogue has the words of the form in its order`(list: String, codes: [String], count: Int) throws {
        let found = try #require(try House.catalog().content.codes[Identifier(list)])
        #expect(found.codes.map(\.id) == codes && codes.count == count)
    }

    @Test func `what signs and facts say are words of the form, and they are known signs and facts`() throws {
        let content = try House.catalog().content
        let signs = content.indicators.map(\.id.text)
        for sign in signs {
            #expect(Set(RETAFicha.means(signs: [sign])).isSubset(of: RETAFicha.means))
        }
        #expect(!RETAFicha.means(signs: signs).isEmpty)
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
