public import CaseRegister
public import ReferralDomain

/// Where a number of the directory is changed: by one administrator at once, by a second one for good.
public struct NumberDesk: Sendable {
    private let book: any DirectoryBook
    private let clock: @Sendable () -> Instant

    public init(book: any DirectoryBook, clock: @escaping @Sendable () -> Instant) {
        self.book = book
        self.clock = clock
    }

    /// Changes a number.
    ///
    /// - Parameter seen: the version of the contact that the page showed.
    /// - Throws: `NumberRefusal`.
    public func change(
        _ id: RecordID<NumberChange>, of contact: String, seen: Int, to number: NumberChange.Number,
        because reason: NumberChange.Reason, by visitor: Visitor
    ) async throws(NumberRefusal) {
        let now = clock()
        guard visitor.acting.role == .administrator else { throw .notYours }
        guard let fresh = visitor.steppedUpUntil, fresh > now else { throw .secondFactorOld }
        let change = NumberChange(
            id, of: contact, version: seen + 1, to: number, because: reason,
            made: Stamp(actor: visitor.acting.account, instant: now))
        do {
            guard try await book.change(change) else { throw NumberRefusal.overtaken }
        } catch {
            throw NumberRefusal(error)
        }
    }

    /// Says, as a second person, that the number is right.
    ///
    /// - Throws: `NumberRefusal`.
    public func confirm(_ id: RecordID<NumberChange>, by visitor: Visitor) async throws(NumberRefusal) {
        let now = clock()
        guard visitor.acting.role == .administrator else { throw .notYours }
        guard let fresh = visitor.steppedUpUntil, fresh > now else { throw .secondFactorOld }
        do {
            guard let change = try await book.changes().first(where: { $0.id == id }) else {
                throw NumberRefusal.overtaken
            }
            guard change.made.actor != visitor.acting.account else { throw NumberRefusal.samePerson }
            let stamp = Stamp(actor: visitor.acting.account, instant: now)
            guard try await book.confirm(id, stamp) else { throw NumberRefusal.overtaken }
        } catch {
            throw NumberRefusal(error)
        }
    }
}

/// Why a number is not changed or not confirmed.
public enum NumberRefusal: Error, Hashable, Sendable {
    /// Only an administrator may.
    case notYours
    /// The second factor must be given again.
    case secondFactorOld
    /// Another change came first, or somebody has confirmed already.
    case overtaken
    /// The second person is the first one.
    case samePerson
    case fault(JournalFault)

    init(_ error: any Error) {
        self = (error as? NumberRefusal) ?? .fault((error as? JournalFault) ?? .other(code: "directory"))
    }
}
