import Access
import CaseRegister
import Catalog
import ReferralDomain

/// What was filled in to attach an image, without the image.
struct ImageForm: Equatable, Sendable {
    /// Drawn with the form, so that sending it again is the same image.
    let id: ImageID
    var person: String?
    var kind: String?
    /// Nil where nothing was noted.
    var note: String?

    static let idField = "numero"
    static let kindField = "que-muestra"
    static let noteField = "nota"
    static let fileField = "imagen"
    /// The list of what an image may show.
    static let list = "image-kinds"
    /// Of a note, in characters.
    static let longestNote = 200

    init(id: ImageID) { self.id = id }

    init(_ fields: FormFields, otherwise drawn: ImageID) {
        id = fields[Self.idField].flatMap { try? ImageID(reading: $0) } ?? drawn
        person = fields[ActField.person.rawValue]
        kind = fields[Self.kindField]
        note = fields[Self.noteField].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    /// What it is about, where the visitor may attach that.
    func draft(in scene: CaseScene) throws(ImageFailure) -> SealedImage.Draft {
        guard (note?.count ?? 0) <= Self.longestNote else { throw .noteTooLong }
        guard let kind = Self.kinds(in: scene).first(where: { $0.id == kind }),
            let compartment = kind.compartment,
            let person = Self.people(in: scene).first(where: { $0.id.text == self.person })
        else { throw .incomplete }
        return SealedImage.Draft(id, of: person.id, in: scene.id, kind: kind.id, for: compartment)
    }

    /// What the visitor's unit may attach: what it may open itself.
    static func kinds(in scene: CaseScene) -> [Catalog.CodeList.Code] {
        let codes = scene.names.catalog.content.codes[.init(list)]?.codes ?? []
        return codes.filter { code in code.compartment.map(scene.sealable.contains) ?? false }
    }

    /// Of whom: an image hangs on a person, with whose keys it is forgotten.
    static func people(in scene: CaseScene) -> [PersonState] {
        scene.shows(.people) ? scene.state.people.filter { !$0.isShredded } : []
    }
}
