import Catalog

/// What people call the ids of the register: institutions, steps, districts, facts.
///
/// An id that the catalogue in force does not know, from an older edition, is shown as it is.
struct CatalogNames: Sendable {
    let catalog: ProtocolCatalog

    init(_ catalog: ProtocolCatalog) { self.catalog = catalog }

    var texts: Texts { catalog.content.texts }

    /// The short name of an institution, such as FISTRAP.
    func institution(_ id: String) -> String { catalog.content.institutions[.init(id)]?.shortName ?? id }

    /// What a step asks, as an imperative.
    func step(_ id: String) -> String { catalog.content.steps[.init(id)]?.title ?? id }

    func district(_ ubigeo: String) -> String { catalog.content.districts[.init(ubigeo)]?.name ?? ubigeo }

    /// The question of a fact.
    func question(_ fact: String) -> String { catalog.content.facts[.init(fact)]?.question ?? fact }

    /// What a value of a fact is called.
    func value(_ value: String, of fact: String) -> String {
        catalog.content.facts[.init(fact)]?.values.first { $0.id == value }?.label ?? value
    }

    func level(_ id: String) -> String { catalog.content.levels[.init(id)]?.label ?? id }
}
