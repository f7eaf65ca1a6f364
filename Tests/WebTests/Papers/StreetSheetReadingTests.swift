import CaseRegister
import Catalog
import ReferralDomain
import Testing

@testable import Web

/// What is typed in from a sheet is what was marked on it; what cannot be read is said, and nothing is guessed.
struct StreetSheetReadingTests {
    private let content: CatalogContent
    private let number = CaseReference(random: (0..<14).map { UInt8($0 * 7) })

    init() throws { content = try Town.catalog().content }

    @Test func `whatever boxes are marked are read as they were marked`() throws {
        var random = SystemRandomNumberGenerator.seeded(7)
        let boxes = StreetSheetBoxes(content)
        for _ in 0..<200 {
            var marked: [StreetSheetBoxes.Box] = []
            for group in boxes.groups {
                if group.boxes.allSatisfy({ $0.meaning.isSeveral(content) }) {
                    marked += group.boxes.filter { _ in Bool.random(using: &random) }
                } else if Bool.random(using: &random), let one = group.boxes.randomElement(using: &random) {
                    marked.append(one)
                }
            }
            let separators = ["", " ", ", ", "\n", "-"]
            let typed = marked.shuffled(using: &random).map(\.code)
                .joined(separator: separators.randomElement(using: &random) ?? " ")
            let reading = read(Bool.random(using: &random) ? typed.lowercased() : typed)
            #expect(reading.faults == [])
            #expect(Set(reading.marked.map(\.code)) == Set(marked.map(\.code)))
            let form = try #require(reading.form)
            for box in marked {
                switch box.meaning {
                case .fact(let fact, let value): #expect(form.answers[.init(fact)] == value)
                case .sign(let sign): #expect(form.signs.contains(.init(sign)))
                case .people(let count): #expect(form.people.rawValue == count)
                }
            }
            // What was not marked stays unknown: never a no.
            let facts = marked.compactMap { box -> String? in
                if case .fact(let fact, _) = box.meaning { return fact }
                return nil
            }
            #expect(Set(form.answers.keys.map(\.text)) == Set(facts))
        }
    }

    @Test func `one sheet is one report, whoever types it in and however`() throws {
        let again = read("", number: number.text.lowercased().replacing("-", with: " "))
        #expect(read("").form?.report == again.form?.report)
        let other = CaseReference(random: (0..<14).map { UInt8($0 * 9) })
        #expect(read("", number: other.text).form?.report != again.form?.report)
    }

    @Test func `what cannot be read is said code by code`() throws {
        let danger = BoxCode(of: .fact("danger", value: "yes")).text
        let calm = BoxCode(of: .fact("danger", value: "no")).text
        var changed = Array(danger.utf8)
        changed[0] = changed[0] == UInt8(ascii: "2") ? UInt8(ascii: "3") : UInt8(ascii: "2")
        let wrong = String(decoding: changed, as: UTF8.self)
        #expect(read(wrong).faults == [.check(wrong)])
        #expect(read("ABC").faults == [.length("ABC")])
        #expect(read("AB0C").faults == [.character("AB0C")])
        #expect(read(danger + " " + calm).faults.count == 1)
        #expect(read(unused).faults == [.unknownCode(unused)])
        #expect(read("", number: "K7Q2").faults == [.number])
        #expect(read("", day: "31/02/2026").faults == [.day])
        #expect(read("", hour: "25:00").faults == [.hour])
        #expect(read("", day: "01/01/2199").faults == [.future])
        #expect(read("", district: "999999").faults == [.district])
    }

    /// A whole code that no box has.
    private var unused: String {
        let taken = StreetSheetBoxes(content).meanings
        let alphabet = CheckedCharacters.alphabet
        for first in alphabet {
            let code = String(decoding: CheckedCharacters.checked([first, first, first]), as: UTF8.self)
            if taken[code] == nil { return code }
        }
        return ""
    }

    private func read(
        _ codes: String, number: String? = nil, day: String = "01/06/2026", hour: String = "22:15",
        district: String = Town.sanMartin
    ) -> StreetSheetReading {
        var form = StreetSheetForm()
        form.number = number ?? self.number.text
        form.day = day
        form.hour = hour
        form.district = district
        form.codes = codes
        return StreetSheetReading(form, content, now: Town.night)
    }
}

extension BoxMeaning {
    /// Whether several boxes of its group may be marked.
    fileprivate func isSeveral(_ content: CatalogContent) -> Bool {
        switch self {
        case .sign: true
        case .fact(let fact, _): content.facts[.init(fact)]?.group != nil
        case .people: false
        }
    }
}

extension SystemRandomNumberGenerator {
    /// The same numbers for the same seed.
    fileprivate static func seeded(_ seed: UInt64) -> SeededNumbers { SeededNumbers(state: seed) }
}

/// SplitMix64: the same numbers everywhere.
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
