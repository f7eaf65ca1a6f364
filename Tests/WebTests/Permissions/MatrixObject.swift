import CaseRegister
import ReferralDomain

@testable import Web

/// What a request is about; each part exists somewhere, or nowhere at all.
struct MatrixObject: Sendable {
    /// Nil for a case that never was.
    let file: MatrixCase?
    let person: PersonID
    let referral: ReferralID

    static let absentCase = try! CaseID(reading: "abad" + String(repeating: "1", count: 28))
    static let absentPerson = try! PersonID(reading: "abad" + String(repeating: "2", count: 28))
    static let absentReferral = try! ReferralID(reading: "abad" + String(repeating: "3", count: 28))
    static let absentReference = CaseReference(random: Array(repeating: 250, count: 14))
    static let absent = MatrixObject(file: nil)

    init(file: MatrixCase?, person: PersonID? = nil, referral: ReferralID? = nil) {
        self.file = file
        self.person = person ?? Self.absentPerson
        self.referral = referral ?? Self.absentReferral
    }

    var caseID: CaseID { file?.id ?? Self.absentCase }
    var reference: CaseReference { file?.reference ?? Self.absentReference }

    /// A text with the ids of this object in their places.
    func filled(_ text: String) -> String {
        var filled = text
        for (place, id) in places where filled.contains(place) {
            filled = filled.replacing(place, with: id)
        }
        return filled
    }

    /// A text that came back, with the places instead of the ids.
    func emptied(_ text: String) -> String {
        var emptied = text
        for (place, id) in places { emptied = emptied.replacing(id, with: place) }
        return emptied
    }

    /// What a request carries itself says nothing to whoever sends it.
    func carries(_ mark: String) -> Bool { places.contains { $0.1 == mark } }

    private var places: [(String, String)] {
        [
            (":case", caseID.text), (":person", person.text), (":referral", referral.text),
            (":reference", reference.text),
        ]
    }
}
