public import CaseRegister
public import ReferralDomain

/// One change of a number of the directory: in force at once, confirmed by a second person within a day.
public struct NumberChange: Hashable, Sendable {
    public let id: RecordID<NumberChange>
    /// A contact of the catalogue.
    public let contact: String
    /// From 1 on, for each contact.
    public let version: Int
    /// Digits only.
    public let value: String
    public let `extension`: String?
    public let reason: Reason
    public let made: Stamp
    /// The second person; nil while only one has said so.
    public internal(set) var confirmed: Stamp?

    /// Why a number was changed: coded, so that no name can stand in it.
    public enum Reason: String, CaseIterable, Sendable {
        /// The body told it in writing.
        case officialNotice = "official-notice"
        /// The body publishes it on its page.
        case officialPage = "official-page"
        /// Whoever answered named the right number.
        case toldOnThePhone = "told-on-the-phone"
        /// The earlier change was wrong.
        case correction
    }

    /// How long a second person has, in milliseconds; then the change is flagged.
    public static let confirmationMilliseconds: Int64 = 24 * 3_600_000

    public init(
        _ id: RecordID<NumberChange>, of contact: String, version: Int, to number: Number,
        because reason: Reason,
        made: Stamp
    ) {
        self.id = id
        self.contact = contact
        self.version = version
        value = number.value
        self.extension = number.extension
        self.reason = reason
        self.made = made
    }

    /// What is dialled: the digits, and the extension behind them.
    var dialled: String { Self.dialled(value, `extension`) }

    /// What is dialled for a number of the files, in the same form.
    public static func dialled(_ value: String, _ extension: String?) -> String {
        [value, `extension`].compactMap(\.self).joined(separator: ",")
    }

    /// The same change with its second person.
    public func confirmed(_ stamp: Stamp) -> NumberChange {
        var change = self
        change.confirmed = stamp
        return change
    }

    /// How it stands with the second person.
    public func standing(at now: Instant) -> Standing {
        if confirmed != nil { return .confirmed }
        return now <= made.instant.adding(milliseconds: Self.confirmationMilliseconds) ? .waiting : .overdue
    }

    public enum Standing: Hashable, Sendable {
        case confirmed, waiting, overdue
    }

    public struct Number: Hashable, Sendable {
        public let value: String
        public let `extension`: String?

        public init(_ value: String, extension: String? = nil) {
            self.value = value
            self.extension = `extension`
        }
    }
}
