public import CaseRegister
public import ReferralDomain

/// Keys that are forgotten when the program ends: for tests and for trying things out.
public actor MemoryVaultStore: VaultStore {
    private var keys: [CaseID: [KeyGrant: [UInt8]]] = [:]
    private var personKeys: [PersonID: [Compartment: [UInt8]]] = [:]
    private var tombstones: [PersonID: Instant] = [:]
    private var images: [ImageID: SealedImage] = [:]
    private var indexKeys: [UnitID: [UInt8]] = [:]
    private var tokens: [UnitID: [[UInt8]: Set<VaultMatch>]] = [:]

    public init() {}

    public func caseKeys(of id: CaseID) -> [WrappedKey] {
        keys[id, default: [:]].map { WrappedKey($0.key, $0.value) }
    }

    public func createCaseKey(_ rows: [WrappedKey], of id: CaseID) -> Bool {
        let compartments = Set(rows.map(\.grant.compartment))
        guard !keys[id, default: [:]].keys.contains(where: { compartments.contains($0.compartment) }) else {
            return false
        }
        addCaseKeys(rows, of: id)
        return true
    }

    public func addCaseKeys(_ rows: [WrappedKey], of id: CaseID) {
        for row in rows where keys[id]?[row.grant] == nil { keys[id, default: [:]][row.grant] = row.wrapped }
    }

    public func removeCaseKey(_ grant: KeyGrant, of id: CaseID) -> Bool {
        guard keys[id]?[grant] != nil else { return true }
        let others = keys[id, default: [:]].keys.filter { $0.compartment == grant.compartment && $0 != grant }
        guard !others.isEmpty else { return false }
        keys[id]?[grant] = nil
        if grant.compartment == .identity {
            tokens[grant.unit] = tokens[grant.unit]?.mapValues { $0.filter { $0.caseID != id } }
        }
        return true
    }

    public func personKey(of person: PersonID, _ compartment: Compartment) -> [UInt8]? {
        personKeys[person]?[compartment]
    }

    public func createPersonKey(_ sealed: [UInt8], at place: VaultPlace) -> Bool {
        guard tombstones[place.person] == nil, personKeys[place.person]?[place.compartment] == nil else {
            return false
        }
        personKeys[place.person, default: [:]][place.compartment] = sealed
        return true
    }

    public func keep(_ image: SealedImage) -> Bool {
        guard tombstones[image.card.person] == nil else { return false }
        images[image.card.id] = images[image.card.id] ?? image
        return true
    }

    public func images(of id: CaseID) -> [SealedImage.Card] {
        images.values.map(\.card).filter { $0.caseID == id }.sorted {
            ($0.instant.millisecondsSinceEpoch, $0.id.text) < ($1.instant.millisecondsSinceEpoch, $1.id.text)
        }
    }

    public func image(_ id: ImageID) -> SealedImage? { images[id] }

    public func isShredded(_ person: PersonID) -> Bool { tombstones[person] != nil }

    public func shred(_ tombstones: [Tombstone]) {
        for tombstone in tombstones {
            personKeys[tombstone.person] = nil
            self.tombstones[tombstone.person] = self.tombstones[tombstone.person] ?? tombstone.instant
            images = images.filter { $0.value.card.person != tombstone.person }
            forget { $0.person == tombstone.person }
        }
    }

    private func forget(_ isForgotten: (VaultMatch) -> Bool) {
        for (unit, found) in tokens { tokens[unit] = found.mapValues { $0.filter { !isForgotten($0) } } }
    }

    public func indexKey(of unit: UnitID) -> [UInt8]? { indexKeys[unit] }

    public func createIndexKey(_ wrapped: [UInt8], of unit: UnitID) -> Bool {
        guard indexKeys[unit] == nil else { return false }
        indexKeys[unit] = wrapped
        return true
    }

    public func index(_ token: [UInt8], of place: VaultPlace, for unit: UnitID) {
        guard tombstones[place.person] == nil else { return }
        tokens[unit, default: [:]][token, default: []].insert(
            VaultMatch(case: place.caseID, person: place.person))
    }

    public func matches(_ token: [UInt8], for unit: UnitID) -> [VaultMatch] {
        (tokens[unit]?[token] ?? []).sorted {
            ($0.caseID.text, $0.person.text) < ($1.caseID.text, $1.person.text)
        }
    }
}
