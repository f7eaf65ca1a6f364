public import CaseRegister
import JSON
public import Sealing

/// Who acknowledged: what only the unit that asked can read.
public struct SignerCard: Equatable, Sendable {
    public let name: String
    /// Rank or post.
    public let post: String
    /// The institution in the words of who signed.
    public let institution: String
    /// Of a signature on paper the number of the document.
    public let document: String?

    /// How long each part may be, in characters.
    public static let longest = 80

    public init(name: String, post: String, institution: String, document: String? = nil) {
        self.name = name
        self.post = post
        self.institution = institution
        self.document = document
    }

    /// Seals the card to the unit that sent the referral.
    ///
    /// - Throws: `.unusable` where the key cannot be sealed to.
    public func sealed(
        to unit: UnitPublicKey, case caseID: CaseID, referral: ReferralID
    ) throws(SealingFault) -> SealedBytes {
        let text = JSON.object([
            .init("name", .string(name)), .init("post", .string(post)),
            .init("institution", .string(institution)), .init("document", document.map(JSON.string) ?? .null),
        ]).text(.canonical)
        let context = Self.context(caseID, referral)
        return SealedBytes(try UnitSealing.sealText(Array(text.utf8), to: unit, in: context))
    }

    /// Opens a card with the key of the unit.
    ///
    /// - Throws: `.unreadable` with another key, for another referral, or where it was altered.
    public init(
        opening sealed: SealedBytes, with pair: UnitKeyPair, case caseID: CaseID, referral: ReferralID
    ) throws(SealingFault) {
        let plain = try pair.openText(sealed.bytes, in: Self.context(caseID, referral))
        guard let json = try? JSON(parsing: plain), let name = json["name"]?.string,
            let post = json["post"]?.string, let institution = json["institution"]?.string
        else { throw .unreadable }
        self.init(name: name, post: post, institution: institution, document: json["document"]?.string)
    }

    private static func context(_ caseID: CaseID, _ referral: ReferralID) -> SealingContext {
        SealingContext("proof", caseID.text, referral.text)
    }
}
