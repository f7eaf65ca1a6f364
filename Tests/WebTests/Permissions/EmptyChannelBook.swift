import CaseRegister
import ReferralDomain

/// A book in which no unit has an address.
struct EmptyChannelBook: ChannelBook {
    func channels(of unit: UnitID) -> [UnitChannel] { [] }
    func add(_ channel: UnitChannel, code: ChannelCode, as message: MessageID) -> Bool { true }
    func verify(_ id: ChannelID, of unit: UnitID, digits: String, at now: Instant) -> Bool { false }
    func putFirst(_ id: ChannelID, of unit: UnitID) {}
    func remove(_ id: ChannelID, of unit: UnitID) {}
}
