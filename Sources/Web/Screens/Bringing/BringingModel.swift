import CaseRegister
import Standards

/// What a file without a fault says, before anything of it is kept.
struct BringingModel: Equatable, Sendable {
    let rows: Int
    /// How many cases would come in.
    let new: Int
    /// How many are here already.
    let known: Int
    /// Lines of cases that are here already and are told in another way.
    let differing: [Int]
    /// How many are closed where they come from, and stay there.
    let closed: Int
    /// How many of the new ones come into this queue; the others go to the centre of their district.
    let own: Int
    /// How many of the new ones have no district.
    let withoutDistrict: Int
    let notes: [HTCDSNote]
    /// What comes in, as the second step sends it: no name and no column that Ruta does not hold.
    let table: String

    init(
        _ reading: HTCDSReading, _ cases: [HTCDSCase], _ standing: HTCDSIntake.Standing, municipality: String?
    ) {
        let new = Set(standing.new)
        let coming = cases.filter { new.contains($0.report.id) }
        rows = reading.rows.count
        self.new = coming.count
        known = standing.known.count
        differing = standing.differing
        closed = reading.notes.count {
            if case .closedCase = $0 { true } else { false }
        }
        own = coming.count { Territory.municipality(ofDistrict: $0.report.district) == municipality }
        withoutDistrict = coming.count { $0.report.district == nil }
        notes = reading.notes
        table = HTCDSCase.table(of: coming)
    }
}
