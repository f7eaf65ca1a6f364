import Access
import Catalog
import ReferralDomain
import Synchronization

/// What was learned of the contacts since the edition: said once, for the catalogue of every language.
///
/// A class, because all languages of a house follow the same book.
final class LearnedNotes: Sendable {
    private let now = Mutex(Standing())

    /// What the book said last.
    struct Standing: Sendable {
        /// Nil before the book was read.
        var overlay: DirectoryOverlay?
        /// When the newest note was made; nil where there is none.
        var changed: Instant?
        /// Goes up with every change.
        var revision = 0
    }

    var standing: Standing { now.withLock { $0 } }

    func follow(_ notes: DirectoryNotes) {
        let overlay = DirectoryOverlay(notes)
        now.withLock { now in
            now = Standing(overlay: overlay, changed: notes.lastChange, revision: now.revision + 1)
        }
    }
}
