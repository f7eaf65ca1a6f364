import Catalog
import Foundation
import Testing

/// What a text is told to be too hard by: sentences, words and Spanish syllables.
struct ReadabilityTests {
    @Test func `sentences and words are counted, and the longest sentence is kept`() {
        let read = Readability("Llame ya. La víctima está aquí.\nNo espere: ¡vaya!")
        #expect(read.sentences == 4)
        #expect(read.words == 9)
        #expect(read.longestSentence == 4)
        #expect(read.longestSentenceText == "la víctima está aquí.")
    }

    @Test(arguments: [
        ("ya", 1), ("muy", 1), ("guía", 2), ("agua", 2), ("río", 2), ("ciudad", 2), ("quieto", 2),
        ("pingüino", 3), ("comisaría", 5), ("aéreo", 4), ("2026", 2), ("tzs", 1),
    ])
    func `syllables are those of Spanish`(word: String, syllables: Int) {
        #expect(Readability(word).syllables == syllables)
    }

    @Test(arguments: [
        ("call", 1), ("police", 2), ("people", 2), ("named", 1), ("wanted", 2), ("takes", 1), ("houses", 2),
        ("person's", 2), ("area", 2), ("you", 1), ("105", 2), ("tzs", 1),
    ])
    func `syllables of English leave out the e that nobody hears`(word: String, syllables: Int) {
        #expect(Readability(word, in: .english).syllables == syllables)
    }

    @Test func `the score of English is that of Flesch`() {
        // Six words in one sentence, six syllables: 206.835 - 84.6 - 6.09.
        let score = Readability("The cat sat on the mat.", in: .english).score
        #expect(abs(score - 116.145) < 0.001)
    }

    @Test func `a point inside a number or an abbreviation ends nothing`() {
        let read = Readability("Ley 28.950, art. 3.2 y p.ej. otra")
        #expect(read.words == 7)
        #expect(read.sentences == 3)
    }

    @Test func `an accent that is a character of its own changes nothing that is counted`() {
        let text = "La comisaría está aquí. Llévela a un médico."
        let (whole, apart) = (Readability(text), Readability(text.decomposedStringWithCanonicalMapping))
        #expect(whole.words == apart.words && whole.sentences == apart.sentences)
        #expect(whole.longestSentence == apart.longestSentence)
    }

    @Test func `a text without words is as easy as can be`() {
        #expect(Readability("").score == 100)
        #expect(Readability("… — !").score == 100)
    }
}
