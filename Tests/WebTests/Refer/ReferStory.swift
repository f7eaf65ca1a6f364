import Access
import CaseRegister
import Catalog
import Composition
import HummingbirdTesting
import ReferralDomain

@testable import Web

/// A case that the centre has taken, and the forms of its page of referring.
struct ReferStory {
    let town: StaffTown
    let id: CaseID

    static let person = PersonID(random: Array(repeating: 3, count: 16))
    /// Doubted age, sexual exploitation, the person is there.
    static let doubted = ["age": "doubted", "sexual-exploitation": "yes", "victim-present": "yes"]

    var path: String { "/casos/\(id.text)/derivar" }

    /// - Parameters:
    ///   - age: that of a person of the case; nil where nobody was added yet.
    ///   - isClaimed: whether the centre has taken the case.
    init(
        _ facts: [String: String] = doubted, age: PersonAge? = nil, isClaimed: Bool = true
    ) async throws {
        town = try StaffTown(rules: ProtocolRules(Town.catalog()))
        id = try await town.openCase(facts: facts).id
        let centre = StaffMember.operator.acting
        if isClaimed {
            try await town.record(
                [.file(.claimed(by: centre.unit, municipality: centre.municipality))], in: id)
        }
        if let age { try await town.record([.file(.personAdded(Self.person, age: age))], in: id) }
    }

    /// The referrals of the case as they stand.
    var referrals: [Referral] {
        get async { await CaseState(after: town.cases.history(of: id)).referrals }
    }

    /// Sends what a browser would send of a page, with other answers and one of its buttons.
    func press(
        _ stage: ReferField.Stage, of page: Visit, _ answers: [String: String] = [:],
        on client: any TestClientProtocol, as member: StaffMember = .operator
    ) async throws -> Visit {
        var fields = page.filled.merging(answers) { $1 }.filter { $0.value != Self.unticked }
        fields[ReferField.stage] = stage.rawValue
        return try await client.post(path, fields, as: member)
    }

    /// The value of a box that is not to be sent.
    static let unticked = "unticked"
}
