import Access
import Catalog
import ReferralDomain
import Synchronization

/// The catalogue that pages are made from: the published one, with what was learned about its contacts since.
///
/// A class, because a change of a number is in force for every page at once, without a restart.
final class CatalogInForce: Sendable {
    /// As the files say.
    let published: ProtocolCatalog
    private let now: Mutex<Standing>

    /// What is in force, made once a change.
    private struct Standing {
        let catalog: ProtocolCatalog
        let firstCalls: [CallsModel.Call]
    }

    init(_ published: ProtocolCatalog) {
        self.published = published
        now = Mutex(Standing(catalog: published, firstCalls: published.firstCalls))
    }

    var catalog: ProtocolCatalog { now.withLock { $0.catalog } }

    /// Whom to call when nothing is known: the numbers that answer everywhere and at any hour.
    var firstCalls: [CallsModel.Call] { now.withLock { $0.firstCalls } }

    /// Puts what the book says over the files.
    func follow(_ notes: DirectoryNotes) {
        let catalog = published.applying(DirectoryOverlay(notes))
        let standing = Standing(catalog: catalog, firstCalls: catalog.firstCalls)
        now.withLock { $0 = standing }
    }
}
