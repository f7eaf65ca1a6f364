import Catalog
import JSON

/// The kinds of institutions as an HSDS taxonomy.
struct HSDSKinds {
    private let content: CatalogContent
    private let texts: Texts

    init(_ content: CatalogContent) {
        self.content = content
        texts = content.texts
    }

    var taxonomyRecord: HSDSRecord {
        let json: JSON = [
            "id": .string(Self.taxonomyID), "name": .string(texts[StandardText.taxonomy]),
            "description": .string(texts[StandardText.taxonomyNote]),
        ]
        return HSDSRecord(
            Self.taxonomyID, full: json, brief: json, of: nil, found: ([], [texts[StandardText.taxonomy]]))
    }

    var termRecords: [HSDSRecord] {
        Institution.Kind.allCases.map { kind in
            let json = term(kind)
            return HSDSRecord(
                Self.id(of: kind), full: json, brief: json, of: nil, found: ([], [label(kind)]))
        }
    }

    /// The link between a published object and its kind.
    func attribute(_ kind: Institution.Kind, of id: String, in entity: String) -> JSON {
        [
            "id": .string(NameUUID(of: "attribute/\(id)").text), "link_id": .string(id),
            "taxonomy_term_id": .string(Self.id(of: kind)), "link_entity": .string(entity),
            "taxonomy_term": term(kind),
        ]
    }

    static func id(of kind: Institution.Kind) -> String { NameUUID(of: "kind/\(kind.rawValue)").text }

    static let taxonomyID = NameUUID(of: "taxonomy/institution-kinds").text

    private func term(_ kind: Institution.Kind) -> JSON {
        [
            "id": .string(Self.id(of: kind)), "code": .string(kind.rawValue), "name": .string(label(kind)),
            "description": .string(label(kind)), "taxonomy_id": .string(Self.taxonomyID),
        ]
    }

    private func label(_ kind: Institution.Kind) -> String {
        content.label(of: kind.rawValue, in: "institution-kinds") ?? kind.rawValue
    }
}
