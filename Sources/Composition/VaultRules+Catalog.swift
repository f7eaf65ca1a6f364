public import Access
public import Catalog
import Web

extension VaultRules {
    /// Who may open what, and with which reasons, as a catalogue says.
    public init(_ catalog: ProtocolCatalog) {
        let content = catalog.content
        func codes(_ list: String) -> Set<String> {
            Set(content.codes[Identifier(list)]?.codes.map(\.id) ?? [])
        }
        self.init(
            policy: SealingPolicy(content.compartments), revealReasons: codes("reveal-reasons"),
            searchReasons: codes("search-reasons"))
    }
}
