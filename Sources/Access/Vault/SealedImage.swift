public import CaseRegister
public import ReferralDomain

/// The id of an image, drawn with the form on which it is sent.
public typealias ImageID = RecordID<SealedImage>

/// One image of a case as it is kept: who attached it and when in the clear, the picture and its note sealed.
public struct SealedImage: Hashable, Sendable {
    public let card: Card
    public let sealed: [UInt8]
    /// Nil where nothing was noted.
    public let note: [UInt8]?

    public init(_ card: Card, sealed: [UInt8], note: [UInt8]?) {
        self.card = card
        self.sealed = sealed
        self.note = note
    }

    /// What an image is about, as it was chosen before it was taken.
    public struct Draft: Hashable, Sendable {
        public let id: ImageID
        public let caseID: CaseID
        public let person: PersonID
        /// A code of the list `image-kinds`.
        public let kind: String
        public let compartment: Compartment

        public init(
            _ id: ImageID, of person: PersonID, in caseID: CaseID, kind: String, for compartment: Compartment
        ) {
            self.id = id
            self.person = person
            self.caseID = caseID
            self.kind = kind
            self.compartment = compartment
        }

        /// Where the picture is sealed.
        var place: VaultPlace {
            VaultPlace(case: caseID, person: person, compartment, field: "image-" + id.text)
        }

        /// Where its note is sealed.
        var notePlace: VaultPlace {
            VaultPlace(case: caseID, person: person, compartment, field: "image-note-" + id.text)
        }
    }

    /// Everything of an image that stands in the clear.
    public struct Card: Hashable, Sendable {
        public let draft: Draft
        /// The unit that attached it.
        public let unit: UnitID
        public let actor: ActorID
        public let instant: Instant
        /// Of the picture, in bytes.
        public let size: Int
        /// SHA-256 of the sealed picture: that of the picture itself would tell who has the same one.
        public let digest: String
        public let hasNote: Bool

        public init(
            _ draft: Draft, by unit: UnitID, _ stamp: Stamp, size: Int, digest: String, hasNote: Bool
        ) {
            self.draft = draft
            self.unit = unit
            actor = stamp.actor
            instant = stamp.instant
            self.size = size
            self.digest = digest
            self.hasNote = hasNote
        }

        public var id: ImageID { draft.id }
        public var caseID: CaseID { draft.caseID }
        public var person: PersonID { draft.person }
        public var kind: String { draft.kind }
        public var compartment: Compartment { draft.compartment }
    }
}
