import CaseRegister
import Catalog

/// The words of the coordinator's board and of the clocks of one case.
enum BoardText: String, TextKey {
    case title = "board.title"
    case lead = "board.lead"
    case lateNow = "board.late-now"
    case soon = "board.soon"
    case inTime = "board.in-time"
    case lateOfChildren = "board.late-of-children"
    case institutionFilter = "board.institution-filter"
    case all = "board.all"
    case harmFilter = "board.harm-filter"
    case ageFilter = "board.age-filter"
    case anyAge = "board.any-age"
    case children = "board.children"
    case withChild = "board.with-child"
    case withheld = "board.withheld"
    case scopeFilter = "board.scope-filter"
    case scopeLate = "board.scope-late"
    case scopeAll = "board.scope-all"
    case show = "board.show"
    case caption = "board.caption"
    case captionAll = "board.caption-all"
    case order = "board.order"
    case none = "board.none"
    case noneDo = "board.none-do"
    case harm = "board.harm"
    case caseCode = "board.case"
    case duty = "board.duty"
    case institution = "board.institution"
    case due = "board.due"
    case since = "board.since"
    case rung = "board.rung"
    case next = "board.next"
    case noRung = "board.no-rung"
    case remind = "board.remind"
    case climb = "board.climb"
    case look = "board.look"
    case of = "board.of"
    case earlier = "board.earlier"
    case later = "board.later"
    case page = "board.page"
    case byInstitution = "board.by-institution"
    case byInstitutionHint = "board.by-institution-hint"
    case acknowledgement = "board.acknowledgement"
    case minutes = "board.minutes"
    case tooFew = "board.too-few"
    case share = "board.share"
    case percent = "board.percent"
    case bar = "board.bar"
    case harm0 = "board.harm-0"
    case harm1 = "board.harm-1"
    case harm2 = "board.harm-2"
    case harm3 = "board.harm-3"
    case harm4 = "board.harm-4"
    case rung1 = "board.rung-1"
    case rung2 = "board.rung-2"
    case rung3 = "board.rung-3"
    case rung4 = "board.rung-4"
    case rung5 = "board.rung-5"

    /// What a harm is called.
    static func harm(_ harm: Int) -> BoardText {
        switch harm {
        case ...0: .harm0
        case 1: .harm1
        case 2: .harm2
        case 3: .harm3
        default: .harm4
        }
    }

    /// What a rung is called in a table.
    static func rung(_ rung: Rung?) -> BoardText {
        switch rung {
        case nil: .noRung
        case .reminder: .rung1
        case .supervisor: .rung2
        case .superior: .rung3
        case .secretariat: .rung4
        case .dossier: .rung5
        }
    }
}
