import Access
import CaseRegister
import ReferralDomain

/// A store of keys that is counted.
struct TalliedVaultStore: VaultStore {
    let store: MemoryVaultStore
    let tally: PortTally

    func caseKeys(of id: CaseID) async throws(JournalFault) -> [WrappedKey] {
        tally.note("case-keys")
        return await store.caseKeys(of: id)
    }

    func createCaseKey(_ rows: [WrappedKey], of id: CaseID) async throws(JournalFault) -> Bool {
        tally.note("create-case-key")
        return await store.createCaseKey(rows, of: id)
    }

    func addCaseKeys(_ rows: [WrappedKey], of id: CaseID) async throws(JournalFault) {
        tally.note("add-case-keys")
        await store.addCaseKeys(rows, of: id)
    }

    func removeCaseKey(_ grant: KeyGrant, of id: CaseID) async throws(JournalFault) -> Bool {
        tally.note("remove-case-key")
        return await store.removeCaseKey(grant, of: id)
    }

    func personKey(of person: PersonID, _ compartment: Compartment) async throws(JournalFault) -> [UInt8]? {
        tally.note("person-key")
        return await store.personKey(of: person, compartment)
    }

    func createPersonKey(_ sealed: [UInt8], at place: VaultPlace) async throws(JournalFault) -> Bool {
        tally.note("create-person-key")
        return await store.createPersonKey(sealed, at: place)
    }

    func isShredded(_ person: PersonID) async throws(JournalFault) -> Bool {
        tally.note("is-shredded")
        return await store.isShredded(person)
    }

    func shred(_ tombstones: [Tombstone]) async throws(JournalFault) {
        tally.note("shred")
        await store.shred(tombstones)
    }

    func indexKey(of unit: UnitID) async throws(JournalFault) -> [UInt8]? {
        tally.note("index-key")
        return await store.indexKey(of: unit)
    }

    func createIndexKey(_ wrapped: [UInt8], of unit: UnitID) async throws(JournalFault) -> Bool {
        tally.note("create-index-key")
        return await store.createIndexKey(wrapped, of: unit)
    }

    func index(_ token: [UInt8], of place: VaultPlace, for unit: UnitID) async throws(JournalFault) {
        tally.note("index")
        await store.index(token, of: place, for: unit)
    }

    func matches(_ token: [UInt8], for unit: UnitID) async throws(JournalFault) -> [VaultMatch] {
        tally.note("matches")
        return await store.matches(token, for: unit)
    }
}
