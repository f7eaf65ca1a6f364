public import ReferralDomain

/// Which institution may open which compartment: "quién verá qué". What no row names stays closed.
public struct SealingPolicy: Hashable, Sendable {
    private let rows: [String: Row]
    private let others: Row

    /// One institution.
    public struct Row: Hashable, Sendable {
        public let compartments: Set<Compartment>
        /// Whether it opens the identity until another body answers for the person.
        public let identityUntilHandOver: Bool

        public init(_ compartments: Set<Compartment>, identityUntilHandOver: Bool = false) {
            self.compartments = compartments
            self.identityUntilHandOver = identityUntilHandOver
        }

        /// What it may open before the hand-over.
        public var atFirst: Set<Compartment> {
            identityUntilHandOver ? compartments.union([.identity]) : compartments
        }
    }

    /// - Parameter others: what an institution without a row may open; nothing, unless said otherwise.
    public init(_ rows: [String: Row], others: Row = Row([])) {
        self.rows = rows
        self.others = others
    }

    /// Whether an institution may be given the key of a compartment.
    public func mayOpen(_ compartment: Compartment, _ institution: String) -> Bool {
        row(of: institution).atFirst.contains(compartment)
    }

    /// What an institution may open before the hand-over.
    public func compartments(of institution: String) -> Set<Compartment> { row(of: institution).atFirst }

    /// What an institution must lose once another body answers for the person.
    public func lostAtHandOver(_ institution: String) -> Set<Compartment> {
        let row = row(of: institution)
        return row.atFirst.subtracting(row.compartments)
    }

    /// Who will see what, in the order asked, for the page on which a sender checks it.
    public func visibility(of institutions: [String]) -> [Visibility] {
        institutions.map { institution in
            let row = row(of: institution)
            return Visibility(
                institution: institution, compartments: Compartment.allCases.filter(row.atFirst.contains),
                losesAtHandOver: Compartment.allCases.filter(lostAtHandOver(institution).contains))
        }
    }

    /// One row of that page.
    public struct Visibility: Hashable, Sendable {
        public let institution: String
        /// In the order of `Compartment`; empty: clocks and duties only.
        public let compartments: [Compartment]
        public let losesAtHandOver: [Compartment]
    }

    private func row(of institution: String) -> Row { rows[institution] ?? others }
}
