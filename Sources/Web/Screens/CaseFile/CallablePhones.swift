import CaseRegister
import Catalog
import ReferralDomain

/// The phones that are shown for a body of a case: those of its district that answer now, the surest first.
struct CallablePhones {
    let catalog: ProtocolCatalog
    let now: Instant

    /// At most two, since whoever calls in a hurry reads no list.
    func of(_ institution: String, in state: CaseState) -> [Contact] {
        let content = catalog.content
        let district = state.standing?.district.flatMap { content.districts[.init($0)] }
        let isOpen = catalog.calendar.isOpen(at: LimaTime(now))
        let found = catalog.contacts(of: [.init(institution)], serving: district, isOfficeTime: isOpen)
        return Array(found.filter { CallCard($0) != nil }.prefix(Self.most))
    }

    private static let most = 2
}
