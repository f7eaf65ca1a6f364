public import CaseRegister
public import ReferralDomain

/// Where wrapped keys are kept. It never sees a key or a text in the clear.
public protocol VaultStore: Sendable {
    /// The keys of a case as they are wrapped to units.
    func caseKeys(of id: CaseID) async throws(JournalFault) -> [WrappedKey]

    /// Keeps the first wrapped keys of one compartment; false where there are some already.
    func createCaseKey(_ rows: [WrappedKey], of id: CaseID) async throws(JournalFault) -> Bool

    /// Adds wrapped keys for further units; what a unit has already stays.
    func addCaseKeys(_ rows: [WrappedKey], of id: CaseID) async throws(JournalFault)

    /// Takes a unit's key away, and what the unit could find about the case with its index once it has no key
    /// of the identity; false where nobody else would be left to open the compartment.
    func removeCaseKey(_ grant: KeyGrant, of id: CaseID) async throws(JournalFault) -> Bool

    /// The sealed key of a person in a compartment; nil where there is none.
    func personKey(of person: PersonID, _ compartment: Compartment) async throws(JournalFault) -> [UInt8]?

    /// Keeps the sealed key of a person; false where there is one, or the person was shredded.
    func createPersonKey(_ sealed: [UInt8], at place: VaultPlace) async throws(JournalFault) -> Bool

    /// Keeps a sealed image; false where its person was shredded. One that is there already stays as it is.
    func keep(_ image: SealedImage) async throws(JournalFault) -> Bool

    /// The images of a case without their pictures, the oldest first.
    func images(of id: CaseID) async throws(JournalFault) -> [SealedImage.Card]

    /// One image; nil where there is none.
    func image(_ id: ImageID) async throws(JournalFault) -> SealedImage?

    func isShredded(_ person: PersonID) async throws(JournalFault) -> Bool

    /// Destroys all keys of these persons, their images and what finds them, and remembers it for ever; again is no fault.
    func shred(_ tombstones: [Tombstone]) async throws(JournalFault)

    /// The wrapped key of a unit's index; nil where it has none.
    func indexKey(of unit: UnitID) async throws(JournalFault) -> [UInt8]?

    /// Keeps the wrapped key of a unit's index; false where it has one.
    func createIndexKey(_ wrapped: [UInt8], of unit: UnitID) async throws(JournalFault) -> Bool

    /// Lets a unit find a person by a token; again is no fault, and a shredded person is not kept.
    func index(_ token: [UInt8], of place: VaultPlace, for unit: UnitID) async throws(JournalFault)

    /// Whom a unit finds by a token.
    func matches(_ token: [UInt8], for unit: UnitID) async throws(JournalFault) -> [VaultMatch]
}
