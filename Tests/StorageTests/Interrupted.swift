import Access
import CaseRegister
import ReferralDomain
import Synchronization

/// A store and a log of which one call, and every one after it, comes from a dead machine.
final class Interrupted: VaultStore, AuditLog {
    private let store: any VaultStore
    private let log: any AuditLog
    private let last: Int
    private let count = Mutex(0)

    /// - Parameter call: the first call that fails, from 1 on.
    init(_ house: VaultHouse, at call: Int) {
        store = house.store
        log = house.log
        last = call
    }

    /// How many calls there were.
    var calls: Int { count.withLock { $0 } }

    static let fault = JournalFault.other(code: "planted")

    private func step() throws(JournalFault) {
        let number = count.withLock { count in
            count += 1
            return count
        }
        if number >= last { throw Self.fault }
    }

    func caseKeys(of id: CaseID) async throws(JournalFault) -> [WrappedKey] {
        try step()
        return try await store.caseKeys(of: id)
    }

    func createCaseKey(_ rows: [WrappedKey], of id: CaseID) async throws(JournalFault) -> Bool {
        try step()
        return try await store.createCaseKey(rows, of: id)
    }

    func addCaseKeys(_ rows: [WrappedKey], of id: CaseID) async throws(JournalFault) {
        try step()
        try await store.addCaseKeys(rows, of: id)
    }

    func removeCaseKey(_ grant: KeyGrant, of id: CaseID) async throws(JournalFault) -> Bool {
        try step()
        return try await store.removeCaseKey(grant, of: id)
    }

    func personKey(of person: PersonID, _ compartment: Compartment) async throws(JournalFault) -> [UInt8]? {
        try step()
        return try await store.personKey(of: person, compartment)
    }

    func createPersonKey(_ sealed: [UInt8], at place: VaultPlace) async throws(JournalFault) -> Bool {
        try step()
        return try await store.createPersonKey(sealed, at: place)
    }

    func keep(_ image: SealedImage) async throws(JournalFault) -> Bool {
        try step()
        return try await store.keep(image)
    }

    func images(of id: CaseID) async throws(JournalFault) -> [SealedImage.Card] {
        try step()
        return try await store.images(of: id)
    }

    func image(_ id: ImageID) async throws(JournalFault) -> SealedImage? {
        try step()
        return try await store.image(id)
    }

    func isShredded(_ person: PersonID) async throws(JournalFault) -> Bool {
        try step()
        return try await store.isShredded(person)
    }

    func shred(_ tombstones: [Tombstone]) async throws(JournalFault) {
        try step()
        try await store.shred(tombstones)
    }

    func indexKey(of unit: UnitID) async throws(JournalFault) -> [UInt8]? {
        try step()
        return try await store.indexKey(of: unit)
    }

    func createIndexKey(_ wrapped: [UInt8], of unit: UnitID) async throws(JournalFault) -> Bool {
        try step()
        return try await store.createIndexKey(wrapped, of: unit)
    }

    func index(_ token: [UInt8], of place: VaultPlace, for unit: UnitID) async throws(JournalFault) {
        try step()
        try await store.index(token, of: place, for: unit)
    }

    func matches(_ token: [UInt8], for unit: UnitID) async throws(JournalFault) -> [VaultMatch] {
        try step()
        return try await store.matches(token, for: unit)
    }

    func commit(_ entry: AuditEntry, within limits: [AuditLimit]) async throws(AuditRefusal) -> AuditLeaf {
        do throws(JournalFault) { try step() } catch { throw .fault(error) }
        return try await log.commit(entry, within: limits)
    }

    func list(_ filter: AuditFilter) async throws(JournalFault) -> [AuditLeaf] { try await log.list(filter) }

    func firstBreak() async throws(JournalFault) -> Int64? { try await log.firstBreak() }
}
