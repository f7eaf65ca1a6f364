import Access
import Catalog

/// The words about a report that came sealed from a phone.
enum IntakeText: String, TextKey {
    case duress = "intake.duress"
    case duressTitle = "intake.duress-title"
    case duressDo = "intake.duress-do"
    case duressNext = "intake.duress-next"
    case title = "intake.title"
    case device = "intake.device"
    case unsigned = "intake.unsigned"
    case made = "intake.made"
    case sent = "intake.sent"
    case received = "intake.received"
    case declared = "intake.declared"
    case registered = "intake.registered"
    case calls = "intake.calls"
    case callYes = "intake.call-yes"
    case callNo = "intake.call-no"
    case callUnknown = "intake.call-unknown"
    case markClock = "intake.mark-clock"
    case markCatalogUnknown = "intake.mark-catalog-unknown"
    case markCatalogOld = "intake.mark-catalog-old"
    case markDistrict = "intake.mark-district"
    case markUnsigned = "intake.mark-unsigned"
    case markDetail = "intake.mark-detail"
    case detail = "intake.detail"
    case detailHint = "intake.detail-hint"
    case detailOpen = "intake.detail-open"
    case detailTitle = "intake.detail-title"
    case handover = "intake.handover"
    case handoverSaid = "intake.handover-said"
    case handoverRecorded = "intake.handover-recorded"
    case handoverConflict = "intake.handover-conflict"
    case conflictUnknownCase = "intake.conflict-unknown-case"
    case conflictRevoked = "intake.conflict-revoked"
    case conflictPeople = "intake.conflict-people"
    case conflictAnother = "intake.conflict-another"
    case conflictRefused = "intake.conflict-refused"

    static func mark(_ mark: IntakeMark) -> IntakeText {
        switch mark {
        case .clock: .markClock
        case .catalogUnknown: .markCatalogUnknown
        case .catalogOld: .markCatalogOld
        case .district: .markDistrict
        case .unsigned: .markUnsigned
        case .detail: .markDetail
        }
    }

    static func conflict(_ conflict: HandoverRecord.Conflict) -> IntakeText {
        switch conflict {
        case .unknownCase: .conflictUnknownCase
        case .revoked: .conflictRevoked
        case .people: .conflictPeople
        case .another: .conflictAnother
        case .refused: .conflictRefused
        }
    }
}
