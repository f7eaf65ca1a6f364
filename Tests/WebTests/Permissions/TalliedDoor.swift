import Access

/// A door that is counted.
struct TalliedDoor: Door {
    let door: FakeDoor
    let tally: PortTally

    func visitor(holding token: String) -> Visitor? {
        tally.note("visitor")
        return door.visitor(holding: token)
    }
}
