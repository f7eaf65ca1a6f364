import CaseRegister
import Catalog
import ReferralDomain

/// What people call the ids of the register: institutions, steps, districts, facts.
///
/// An id that the catalogue in force does not know, from an older edition, is shown as it is.
struct CatalogNames: Sendable {
    /// By reference: every part of a page carries the names, and a catalogue is some fifty lists to copy.
    private let shelf: Shelf

    private final class Shelf: Sendable {
        let catalog: ProtocolCatalog

        init(_ catalog: ProtocolCatalog) { self.catalog = catalog }
    }

    init(_ catalog: ProtocolCatalog) { shelf = Shelf(catalog) }

    /// Lent, not copied.
    var catalog: ProtocolCatalog { _read { yield shelf.catalog } }

    var texts: Texts { shelf.catalog.content.texts }

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

extension CatalogNames {
    /// What a code of a list is called.
    func code(_ code: String, in list: String) -> String {
        catalog.content.label(of: code, in: list) ?? code
    }

    /// What a list asks.
    func title(of list: String) -> String { catalog.content.codes[.init(list)]?.title ?? list }

    /// Every choice of a list, in its order.
    func options(of list: String) -> [CodeChoice.Option] {
        (catalog.content.codes[.init(list)]?.codes ?? []).map { .init(id: $0.id, label: $0.label) }
    }

    /// Every institution of the catalogue, by name.
    var institutions: [CodeChoice.Option] {
        catalog.content.institutions.map { CodeChoice.Option(id: $0.id.text, label: $0.shortName) }
            .sorted { $0.label < $1.label }
    }
}

extension CatalogNames {
    func rung(_ rung: Rung) -> String { code(rung.word, in: "rungs") }

    func channel(_ channel: Channel) -> String { code(channel.rawValue, in: "channels") }

    func proof(_ kind: Proof.Kind) -> String { code(kind.rawValue, in: "proof-kinds") }

    func purpose(_ purpose: Purpose) -> String { code(purpose.rawValue, in: "consent-purposes") }

    func state(_ state: ReferralState) -> String { code(state.rawValue, in: "referral-states") }

    func kind(_ kind: Obligation.Kind) -> String { code(kind.rawValue, in: "obligation-kinds") }

    /// One of the nine duties, by what its step asks.
    func duty(_ id: String) -> String {
        catalog.content.duties[.init(id)].map { step($0.step.text) } ?? step(id)
    }
}

extension CatalogNames {
    /// The words of a referral's state, with who acts next and what that act is.
    func code(of state: ReferralState) -> Catalog.CodeList.Code? {
        catalog.content.codes["referral-states"]?.code(state.rawValue)
    }
}
