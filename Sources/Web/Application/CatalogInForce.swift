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
        /// Goes up with every change.
        let revision: Int
        /// When the newest note was made; nil where there is none.
        let changed: Instant?
    }

    init(_ published: ProtocolCatalog) {
        self.published = published
        now = Mutex(Standing(catalog: published, firstCalls: published.firstCalls, revision: 0, changed: nil))
    }

    var catalog: ProtocolCatalog { now.withLock { $0.catalog } }

    /// Whom to call when nothing is known: the numbers that answer everywhere and at any hour.
    var firstCalls: [CallsModel.Call] { now.withLock { $0.firstCalls } }

    /// What is in force, how often it has changed, and when last: what a bundle is made of.
    var standing: (catalog: ProtocolCatalog, revision: Int, changed: Instant?) {
        now.withLock { ($0.catalog, $0.revision, $0.changed) }
    }

    /// Puts what the book says over the files.
    func follow(_ notes: DirectoryNotes) {
        let catalog = published.applying(DirectoryOverlay(notes))
        let firstCalls = catalog.firstCalls
        now.withLock { now in
            now = Standing(
                catalog: catalog, firstCalls: firstCalls, revision: now.revision + 1,
                changed: notes.lastChange)
        }
    }
}
