import CaseRegister
import ReferralDomain

@testable import Web

/// What a request is about; each part exists somewhere, or nowhere at all.
struct MatrixObject: CustomStringConvertible, Sendable {
    /// Nil for a case that never was.
    let file: MatrixCase?
    let person: PersonID
    let referral: ReferralID
    let reference: CaseReference

    static let absentCase = try! CaseID(reading: "abad" + String(repeating: "1", count: 28))
    static let absentPerson = try! PersonID(reading: "abad" + String(repeating: "2", count: 28))
    static let absentReferral = try! ReferralID(reading: "abad" + String(repeating: "3", count: 28))
    static let absentReference = CaseReference(random: Array(repeating: 250, count: 14))
    static let absent = MatrixObject(file: nil)

    init(
        file: MatrixCase?, person: PersonID? = nil, referral: ReferralID? = nil,
        reference: CaseReference? = nil
    ) {
        self.file = file
        self.person = person ?? Self.absentPerson
        self.referral = referral ?? Self.absentReferral
        self.reference = reference ?? file?.reference ?? Self.absentReference
    }

    /// Whether it names no second case, of which the answer may hang as well.
    var namesItself: Bool { file.map { $0.reference == reference } ?? true }

    var description: String { MatrixSlot.allCases.map { self[$0] }.joined(separator: " ") }

    /// The id that stands in a place of a request.
    subscript(slot: MatrixSlot) -> String {
        switch slot {
        case .file: (file?.id ?? Self.absentCase).text
        case .person: person.text
        case .referral: referral.text
        case .reference: reference.text
        }
    }

    /// A text that came back, with the places instead of the ids.
    func emptied(_ text: String) -> String {
        var emptied = text
        for slot in MatrixSlot.allCases { emptied = emptied.replacing(self[slot], with: slot.rawValue) }
        return emptied
    }

    /// What a request carries itself says nothing to whoever sends it.
    func carries(_ mark: String) -> Bool { MatrixSlot.allCases.contains { self[$0] == mark } }
}
