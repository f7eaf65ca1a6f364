public import ReferralDomain

/// The sheet of rights and of consent in one language, as it is printed and read out to the person.
///
/// Spanish, English and Portuguese are ours. Any other language is a file that a certified translator supplies, with
/// the entry of the register that says so: words that bind a person are never made up.
public struct RightsSheet: CatalogItem {
    /// The language as in BCP 47, such as `es`.
    public let id: Identifier<RightsSheet>
    public let place: Place
    /// What the language calls itself.
    public let name: String
    public let translator: Translator
    /// The entry of the translator in a register, such as `CTP 0000`; nil for a sheet of ours.
    public let register: String?
    public let reviewedOn: PlainDate
    public let title: String
    public let lead: String
    /// The words of each right of `rights.yaml`, by its id; none in Spanish.
    public let rights: [Line]
    public let consentTitle: String
    public let consentLead: String
    /// What is asked apart for each purpose, by its id.
    public let purposes: [Line]
    public let yes: String
    public let no: String
    /// "I want to think about it": a third answer, which is neither.
    public let later: String
    public let withdraw: String
    /// Who is asked: the body that receives something for a purpose.
    public let recipient: String
    public let reader: String
    public let day: String
    public let hour: String
    public let understood: String
    public let notSigned: String

    public enum Translator: String, CaseIterable, Sendable {
        case own, certified
    }

    /// One line of the sheet and what it is about.
    public struct Line: Hashable, Sendable {
        public let id: String
        public let place: Place
        public let text: String
    }

    /// Its rights and its purposes are the words of the catalogue itself.
    public static let spanish: Identifier<RightsSheet> = "es"
}

extension CatalogContent {
    /// Every right in the words of a sheet, in the order of the catalogue.
    public func rights(of sheet: RightsSheet) -> [String] {
        sheet.id == RightsSheet.spanish ? rights.map(\.text) : sheet.rights.map(\.text)
    }

    /// Every purpose that is asked apart, in the words of a sheet.
    public func purposes(of sheet: RightsSheet) -> [String] {
        sheet.id == RightsSheet.spanish
            ? codes["consent-purposes"]?.codes.map(\.label) ?? [] : sheet.purposes.map(\.text)
    }
}
