import Access
import CaseRegister
import Catalog
import ReferralDomain

/// What the head of a staff page shows: who is here, and the pages of their role.
struct StaffHead: Equatable, Sendable {
    let account: String
    let role: Role
    let formToken: String
    /// The page that is open, to be marked.
    let current: PagePattern
    let isPractice: Bool
    /// How many emergency accesses wait for the visitor's review; nobody else is told.
    var waitingReviews = 0

    init(_ visitor: Visitor, on page: PagePattern, isPractice: Bool) {
        account = visitor.acting.account.text
        role = visitor.acting.role
        formToken = visitor.formToken
        current = page
        self.isPractice = isPractice
    }

    /// The pages of the role that stand in the head, in their order: two rows of a phone.
    ///
    /// What is seldom needed stands on the page of the own account.
    var sections: [(page: PagePattern, key: StaffText)] {
        Self.order.filter { leads(to: $0.page) && Self.seldom[role] != $0.page }
    }

    /// Whether a page stands in the head.
    func shows(_ page: PagePattern) -> Bool { sections.contains { $0.page == page } }

    /// What a role needs too seldom for its head, which must hold the emergencies that wait.
    private static let seldom: [Role: PagePattern] = [.privacyOfficer: .figures]

    /// Whether the role may open a page.
    func leads(to page: PagePattern) -> Bool {
        page.permission.map { PermissionMatrix.carried.mayOpen($0, as: role) } ?? true
    }

    private static let order: [(page: PagePattern, key: StaffText)] = [
        (.queue, .queue), (.handover, .handover), (.inbox, .inbox), (.board, .board), (.reports, .reports),
        (.search, .search), (.figures, .figures), (.places, .places), (.accounts, .accounts),
        (.directoryCare, .directoryCare),
        (.ladder, .ladder), (.log, .log), (.reviews, .reviews), (.directory, .directory), (.manual, .manual),
    ]
}

/// The words of the head and the foot of staff pages.
enum StaffText: String, TextKey {
    case queue = "staff.queue"
    case handover = "staff.handover"
    case inbox = "staff.inbox"
    case board = "staff.board"
    case reports = "staff.reports"
    case search = "staff.search"
    case figures = "staff.figures"
    case places = "staff.places"
    case accounts = "staff.accounts"
    case directoryCare = "staff.directory-care"
    case ladder = "staff.ladder"
    case log = "staff.log"
    case reviews = "staff.reviews"
    case directory = "staff.directory"
    case manual = "staff.manual"
    case account = "staff.account"
    case leave = "staff.leave"
    case practice = "staff.practice"
    case help = "staff.help"
    case waiting = "staff.waiting"
}
