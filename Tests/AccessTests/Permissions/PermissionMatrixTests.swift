import ReferralDomain
import Testing

@testable import Access

struct PermissionMatrixTests {
    @Test func `a page that the matrix does not know is nobody's`() {
        for role in Role.allCases {
            #expect(!PermissionMatrix.carried.mayOpen("unheard-of", as: role))
        }
    }

    @Test func `a matrix that cannot be read lets nobody in`() {
        let broken = PermissionMatrix(reading: Array("{\"pages\": {\"queue\": [\"operator\"".utf8))
        for role in Role.allCases { #expect(!broken.mayOpen("queue", as: role)) }
    }

    @Test func `only those who need a sealed text for their duty may ask for one`() {
        let roles = Set(Role.allCases.filter { PermissionMatrix.carried.mayOpen("case-reveal", as: $0) })
        #expect(roles == [.caseManager, .officer])
    }

    @Test(arguments: [Role.administrator, .auditor, .analyst, .coordinator])
    func `who keeps the house sees no case`(role: Role) {
        for page in ["case", "case-acts", "case-person", "case-reveal", "search", "queue", "inbox"] {
            #expect(!PermissionMatrix.carried.mayOpen(page, as: role), "\(page)")
        }
    }
}
