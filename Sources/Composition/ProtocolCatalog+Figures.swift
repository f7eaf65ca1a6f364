public import Catalog

extension ProtocolCatalog {
    /// Where and by whom figures are told apart: the districts and the institutions, in the order of their codes.
    public var figurePlaces: (districts: [String], institutions: [String]) {
        (content.districts.map(\.id.text).sorted(), content.institutions.map(\.id.text).sorted())
    }
}
