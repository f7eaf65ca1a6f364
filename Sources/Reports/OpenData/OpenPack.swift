import CaseRegister

/// Counts for anybody, each with noise: nobody can tell whether one case is in them, whatever else is known.
///
/// Every case is counted once in each table, so that a table spends its ε once, and the pack the sum of its tables.
public struct OpenPack: Hashable, Sendable {
    public let tables: [Table]

    /// Counts by one dimension.
    public struct Table: Hashable, Sendable {
        public let dimension: String
        public let epsilon: PrivacyBudget.Thousandths
        /// In the order of the values of the dimension; nil where the noisy count is below eleven.
        public let counts: [Int?]
    }

    /// Below this a noisy count is not printed: it would be mostly noise.
    public static let least = 11
    /// By what the cases of a pack are counted.
    static let dimensions = ["district", "form"]
    /// What one pack spends.
    public static let cost = PrivacyBudget.Thousandths(PrivacyBudget.table.count * dimensions.count)
    /// The name of the mechanism, as the page and the file say it.
    public static let mechanism = "discrete-laplace"

    /// Draws the noise: with that the budget is spent, whatever becomes of the pack.
    init(_ cube: FigureCube, counting records: [[Int]], from random: any RandomSource) {
        tables = Self.dimensions.compactMap { name in
            guard let table = cube.table([name]) else { return nil }
            var counts = [Int](repeating: 0, count: cube.rows(of: table).count)
            for record in records { counts[cube.cell(table, of: record) - table.start] += 1 }
            var noise = DiscreteLaplace(PrivacyBudget.table, from: random)
            let noisy = counts.map { $0 + noise.next() }
            return Table(
                dimension: name, epsilon: PrivacyBudget.table,
                counts: noisy.map { $0 < Self.least ? nil : $0 })
        }
    }

    init(tables: [Table]) { self.tables = tables }
}
