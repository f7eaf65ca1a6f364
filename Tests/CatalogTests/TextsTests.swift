import Catalog
import Testing

/// One thing is not said like several, and what is said aloud is said in Spanish.
struct TextsTests {
    private enum Key: String, TextKey {
        case open = "queue.count"
        case due = "refer.due-count"
        case thread = "street.calls.say-one"
    }

    @Test(arguments: [
        (Language.spanish, "0", "0 abiertos"), (.spanish, "1", "1 abierto"), (.spanish, "21", "21 abiertos"),
        (.english, "0", "0 open"), (.english, "1", "1 open"),
    ])
    func `one is said in the singular, everything else in the plural`(
        language: Language, count: String, said: String
    ) throws {
        let texts = try RealCatalog.catalog().speaking(language).content.texts
        #expect(texts[Key.open, ["count": count]] == said)
    }

    @Test func `a text may count another value than the usual one`() throws {
        let texts = try RealCatalog.catalog().content.texts
        #expect(texts[Key.due, ["steps": "1"]] == "Un paso, ya marcado")
        #expect(texts[Key.due, ["steps": "3"]] == "3 pasos, ya marcados")
    }

    @Test func `what is said on the telephone stays in Spanish`() throws {
        let english = try RealCatalog.catalog().speaking(.english).content.texts
        #expect(english.aloud(Key.thread) == "Hay una persona.")
        #expect(english[Key.thread] == "There is one person.")
        #expect(try RealCatalog.catalog().content.texts.aloud(Key.thread) == "Hay una persona.")
    }
}
