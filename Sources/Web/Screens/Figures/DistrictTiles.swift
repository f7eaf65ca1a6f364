/// Where each district stands on a map of squares: near its real place, the north on top.
enum DistrictTiles {
    struct Tile: Equatable, Sendable {
        let ubigeo: String
        let column: Int
        let row: Int
        /// Three letters that fit into a square; the name is beside it.
        let letters: String
    }

    static let columns = 10
    static let rows = 13

    /// All fifty.
    static let all: [Tile] = plan.split(separator: "\n").map(String.init).flatMap { line in
        line.split(separator: "|").compactMap { entry in
            let parts = entry.split(separator: " ").map(String.init)
            guard parts.count == 4, let column = Int(parts[1]), let row = Int(parts[2]) else { return nil }
            return Tile(ubigeo: parts[0], column: column, row: row, letters: parts[3])
        }
    }

    /// Code, column, row and letters of each.
    private static let plan = """
        150102 2 0 ANC|150139 2 1 SRO|150106 4 1 CRB|070106 1 2 VEN|070107 2 2 MPE
        150125 3 2 PPI|150110 4 2 COM|150117 3 3 LOL|150112 4 3 IND|150132 5 3 SJL
        150118 7 3 LUG|150107 8 3 CHA|070101 1 4 CAL|070103 2 4 CLR|150135 3 4 SMP
        150128 4 4 RIM|150111 5 4 EAG|150137 6 4 SAN|150103 7 4 ATE|070105 0 5 LPU
        070102 1 5 BEL|070104 2 5 LPE|150105 3 5 BRE|150101 4 5 LIM|150115 5 5 LVI
        150134 6 5 SLU|150114 7 5 LMO|150109 8 5 CIE|150136 2 6 SMI|150121 3 6 PLI
        150113 4 6 JMA|150116 5 6 LIN|150130 6 6 SBO|150120 3 7 MAG|150131 4 7 SIS
        150141 5 7 SUQ|150140 6 7 SCO|150122 4 8 MIR|150104 5 8 BAR|150133 6 8 SJM
        150143 7 8 VMT|150123 8 8 PAC|150108 5 9 CHO|150142 6 9 VES|150119 7 9 LRN
        150126 7 10 PHE|150127 8 10 PNE|150129 8 11 SBA|150138 9 11 SMM|150124 9 12 PUC
        """
}
