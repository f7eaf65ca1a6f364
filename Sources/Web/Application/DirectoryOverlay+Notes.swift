import Access
import Catalog
import ReferralDomain

extension DirectoryOverlay {
    /// What the book says, as the catalogue takes it.
    init(_ notes: DirectoryNotes) {
        let found = notes.notes.map { (Identifier<Contact>($0.key), DirectoryOverlay.Note($0.value)) }
        self.init(Dictionary(found, uniquingKeysWith: { first, _ in first }))
    }
}

extension DirectoryOverlay.Note {
    fileprivate init(_ note: ContactNote) {
        self.init(
            number: note.inForce.map { DirectoryOverlay.Number(value: $0.value, extension: $0.extension) },
            trust: DirectoryOverlay.Trust(note.trust))
    }
}

extension DirectoryOverlay.Trust {
    fileprivate init(_ trust: ContactTrust) {
        switch trust.level {
        case .failing: self = .failing
        case .doubted: self = .doubted
        case .untried: self = .asPublished
        case .confirmed: self = trust.answeredAt.map { .confirmed(LimaTime($0).date) } ?? .asPublished
        }
    }
}
