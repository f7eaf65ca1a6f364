import Access
import CaseRegister
import Catalog

/// The words of the addresses of a unit.
enum ChannelsText: String, TextKey {
    case title = "channels.title"
    case lead = "channels.lead"
    case open = "channels.open"
    case never = "channels.never"
    case caption = "channels.caption"
    case hint = "channels.hint"
    case none = "channels.none"
    case address = "channels.address"
    case way = "channels.way"
    case audience = "channels.audience"
    case state = "channels.state"
    case acts = "channels.acts"
    case verified = "channels.verified"
    case unproved = "channels.unproved"
    case off = "channels.off"
    case first = "channels.first"
    case remove = "channels.remove"
    case of = "channels.of"
    case proveTitle = "channels.prove-title"
    case proveHint = "channels.prove-hint"
    case digits = "channels.digits"
    case prove = "channels.prove"
    case addTitle = "channels.add-title"
    case addHint = "channels.add-hint"
    case kind = "channels.kind"
    case add = "channels.add"
    case office = "channels.office"
    case supervisor = "channels.supervisor"
    case superior = "channels.superior"
    case added = "channels.added"
    case proved = "channels.proved"
    case changed = "channels.changed"
    case addressWrong = "channels.address-wrong"
    case originWrong = "channels.origin-wrong"
    case secondFactor = "channels.second-factor"
    case twice = "channels.twice"
    case tooMany = "channels.too-many"
    case wrongCode = "channels.wrong-code"
    case fault = "channels.fault"

    static func audience(_ audience: NoticeAudience) -> ChannelsText {
        switch audience {
        case .office: .office
        case .supervisor: .supervisor
        case .superior: .superior
        }
    }

    /// Why nothing was changed.
    static func refusal(_ refusal: ChannelDesk.Refusal) -> ChannelsText {
        switch refusal {
        case .address: .addressWrong
        case .secondFactorOld: .secondFactor
        case .twice: .twice
        case .tooMany: .tooMany
        case .wrongCode: .wrongCode
        case .fault: .fault
        }
    }
}
