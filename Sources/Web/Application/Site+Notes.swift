import Access
import CaseRegister
import Catalog

extension Site {
    /// What the book of the directory says of every contact, trust shared by number.
    func notes(in book: any DirectoryBook) async throws(JournalFault) -> DirectoryNotes {
        let phones = inForce.published.content.contacts.filter(\.kind.isPhone)
        let numbers = phones.map { ($0.id.text, NumberChange.dialled($0.value, $0.extension)) }
        return DirectoryNotes(calls: try await book.calls(), changes: try await book.changes())
            .sharing(Dictionary(numbers, uniquingKeysWith: { first, _ in first }))
    }
}
