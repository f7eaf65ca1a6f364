public import Catalog
import JSON
import ReferralDomain

/// The directory of the catalogue as HSDS 3.0 publishes it (Human Services Data Specification, CC BY-SA).
///
/// An institution is an organization, a contact a service with one number or page, a public office a location. A shelter
/// has one service that is reached through its broker, at a virtual location: its address stands nowhere in the
/// catalogue, and could not be published.
public struct HSDSPublication: Sendable {
    public static let version = "3.0"

    public let organizations: [HSDSRecord]
    public let services: [HSDSRecord]
    public let servicesAtLocations: [HSDSRecord]
    public let taxonomies: [HSDSRecord]
    public let terms: [HSDSRecord]

    /// Publishes the catalogue in force, with the numbers as they were changed since.
    public init(_ catalog: ProtocolCatalog) {
        let kinds = HSDSKinds(catalog.content)
        let parts = HSDSParts(catalog: catalog, kinds: kinds)
        let found = parts.services()
        services = found.map(\.service)
        servicesAtLocations = found.compactMap(\.atLocation)
        organizations = catalog.content.institutions.map { institution in
            parts.organization(institution, services: found.filter { $0.institution == institution.id })
        }
        taxonomies = [kinds.taxonomyRecord]
        terms = kinds.termRecords
    }

    /// Every kind of object by the name of its file in a published package.
    public var files: [(name: String, records: [HSDSRecord])] {
        [
            ("organizations", organizations), ("services", services),
            ("service_at_locations", servicesAtLocations), ("taxonomies", taxonomies),
            ("taxonomy_terms", terms),
        ]
    }
}
