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
    private let learned: LearnedNotes
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

    init(_ published: ProtocolCatalog, _ learned: LearnedNotes = LearnedNotes()) {
        self.published = published
        self.learned = learned
        now = Mutex(Standing(catalog: published, firstCalls: published.firstCalls, revision: 0, changed: nil))
    }

    var catalog: ProtocolCatalog { current.catalog }

    /// Whom to call when nothing is known: the numbers that answer everywhere and at any hour.
    var firstCalls: [CallsModel.Call] { current.firstCalls }

    /// What is in force, how often it has changed, and when last: what a bundle is made of.
    var standing: (catalog: ProtocolCatalog, revision: Int, changed: Instant?) {
        let now = current
        return (now.catalog, now.revision, now.changed)
    }

    /// The catalogue of this language in another one, with the same numbers in force.
    func speaking(_ language: Language) -> CatalogInForce {
        CatalogInForce(published.speaking(language), learned)
    }

    /// Puts what the book says over the files, in every language.
    func follow(_ notes: DirectoryNotes) { learned.follow(notes) }

    private var current: Standing {
        let learned = learned.standing
        return now.withLock { now in
            guard let overlay = learned.overlay, now.revision < learned.revision else { return now }
            let catalog = published.applying(overlay)
            now = Standing(
                catalog: catalog, firstCalls: catalog.firstCalls, revision: learned.revision,
                changed: learned.changed)
            return now
        }
    }
}
