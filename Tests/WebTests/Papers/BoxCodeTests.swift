import CaseRegister
import Catalog
import ReferralDomain
import Testing

@testable import Web

/// The codes of the street sheet: a printed sheet stays readable, and a slip of the pen or of a finger is caught.
struct BoxCodeTests {
    @Test func `no two boxes of the catalogue have one code`() throws {
        let boxes = StreetSheetBoxes(try Town.catalog().content).groups.flatMap(\.boxes)
        #expect(boxes.count > 40)
        #expect(Set(boxes.map(\.code)).count == boxes.count)
    }

    @Test func `a code hangs on what the box means and on nothing else`() {
        // Sheets with these codes are in the drawers of stations: they may never change.
        #expect(BoxCode(of: .fact("danger", value: "yes")).text == Self.dangerYes)
        #expect(BoxCode(of: .sign("A02")).text == Self.lockedIn)
        #expect(BoxCode(of: .people("one")).text == Self.onePerson)
    }

    @Test func `one wrong character and two swapped ones are never another code`() throws {
        let alphabet = CheckedCharacters.alphabet
        for box in StreetSheetBoxes(try Town.catalog().content).groups.flatMap(\.boxes) {
            let code = Array(box.code.utf8)
            for place in code.indices {
                for other in alphabet where other != code[place] {
                    var wrong = code
                    wrong[place] = other
                    #expect(!CheckedCharacters.areWhole(wrong))
                }
            }
            for place in code.indices.dropLast() where code[place] != code[place + 1] {
                var swapped = code
                swapped.swapAt(place, place + 1)
                #expect(!CheckedCharacters.areWhole(swapped))
            }
        }
    }

    private static let dangerYes = "JJFK"
    private static let lockedIn = "JKZN"
    private static let onePerson = "T79M"
}
