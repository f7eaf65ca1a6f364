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
    /// Whether calls have shown that it does not work; it then follows the other contacts of its body.
    public let isFailing: Bool

    public enum Kind: String, CaseIterable, Sendable {
        case short, mobile, fixed, web, broker
        case tollFree = "toll-free"

        public var isPhone: Bool { self != .web && self != .broker }

        /// Whether digits can be a number of this kind.
        public func takes(_ digits: String) -> Bool {
            let length = digits.utf8.count
            guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
            return switch self {
            case .short: (3...4).contains(length)
            case .tollFree: length == 9 && digits.hasPrefix("0800")
            case .mobile: length == 9 && digits.hasPrefix("9")
            case .fixed: length == 9 && digits.hasPrefix("01")
            case .web, .broker: false
            }
        }
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

extension Contact {
    /// A contact of the files with what was learned since.
    ///
    /// A changed number was verified by nobody until a call is answered. A contact that is no phone keeps its value:
    /// pages and brokers are changed in the files.
    init(_ base: Contact, noting note: DirectoryOverlay.Note) {
        let number = base.kind.isPhone ? note.number : nil
        let standing = Standing(base, number: number, note.trust)
        id = base.id
        place = base.place
        institution = base.institution
        kind = base.kind
        value = number?.value ?? base.value
        self.extension = number == nil ? base.extension : number?.extension
        label = base.label
        hours = base.hours
        order = base.order
        area = base.area
        address = base.address
        position = base.position
        isVerified = standing.isVerified
        checkedOn = standing.checkedOn
        source = base.source
        self.note = base.note
        isFailing = standing.isFailing
    }

    private struct Standing {
        let isVerified: Bool
        let checkedOn: PlainDate?
        let isFailing: Bool

        init(_ base: Contact, number: DirectoryOverlay.Number?, _ trust: DirectoryOverlay.Trust) {
            switch trust {
            case .asPublished:
                isVerified = number == nil && base.isVerified
                checkedOn = number == nil ? base.checkedOn : nil
            case .confirmed(let day):
                isVerified = true
                checkedOn = day
            case .doubted, .failing:
                isVerified = false
                checkedOn = nil
            }
            isFailing = trust == .failing
        }
    }
}
