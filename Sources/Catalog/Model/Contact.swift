public import ReferralDomain

/// One way to reach a body.
public struct Contact: CatalogItem {
    public let id: Identifier<Contact>
    public let place: Place
    public let institution: Identifier<Institution>
    public let kind: Kind
    /// Digits of a phone, an https address, or the id of the body that brokers.
    public let value: String
    /// The extension behind a fixed number.
    public let `extension`: String?
    public let label: String
    public let hours: Hours
    /// Lower comes first.
    public let order: Int
    public let area: Area
    /// A public office's address; a shelter has none anywhere.
    public let address: String?
    public let position: Position?
    /// Whether a test call was answered.
    public let isVerified: Bool
    public let checkedOn: PlainDate?
    public let source: Identifier<Source>
    public let note: String?

    public enum Kind: String, CaseIterable, Sendable {
        case short, mobile, fixed, web, broker
        case tollFree = "toll-free"

        public var isPhone: Bool { self != .web && self != .broker }
    }

    /// When it is answered, as far as anybody has confirmed it.
    public enum Hours: String, CaseIterable, Sendable {
        case always = "24x7"
        case office
        case unknown
    }

    /// The part of Lima and Callao that it serves.
    public enum Area: Equatable, Sendable {
        case everywhere
        case districts([Identifier<District>])
        case fiscalDistricts([Identifier<FiscalDistrict>])
    }

    public func serves(_ district: District) -> Bool {
        switch area {
        case .everywhere: true
        case .districts(let served): served.contains(district.id)
        case .fiscalDistricts(let served): served.contains(district.fiscalDistrict)
        }
    }
}
