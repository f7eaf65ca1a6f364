import Access

/// A book of units that is counted.
struct TalliedUnits: UnitBook {
    let tally: PortTally

    func units() -> [UnitCard] {
        tally.note("units")
        return FakeUnits().units()
    }
}
