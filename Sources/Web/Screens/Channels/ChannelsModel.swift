import CaseRegister
import HTTPTypes

/// The addresses of a unit and what came of the last act.
struct ChannelsModel: Sendable {
    let channels: [UnitChannel]
    /// The ways that lead out of this house.
    let kinds: [ChannelKind]
    /// The id of the next address, drawn before the first try.
    let next: ChannelID
    let result: Result?
    /// What was typed and not taken.
    let typed: String

    enum Result: Equatable, Sendable {
        case done(ChannelsText)
        case refused(ChannelsText)

        var status: HTTPResponse.Status {
            switch self {
            case .done: .ok
            case .refused(.fault): .serviceUnavailable
            case .refused: .unprocessableContent
            }
        }
    }
}
