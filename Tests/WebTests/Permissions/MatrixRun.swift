import CaseRegister
import Hummingbird
import HummingbirdTesting

@testable import Web

/// The matrix over some visitors and pages, on two towns and their twins at once.
struct MatrixRun: Sendable {
    var patterns = PagePattern.allCases
    /// Which requests are tried.
    var isWanted: @Sendable (MatrixTemplate) -> Bool = { _ in true }
    /// The field in which the twin is another, in each case of which the visitor does not see it; nil for the
    /// twin in which nobody ever reported what is not the visitor's.
    var altered: CaseField?
    /// What the screens read lists from; a test puts one in that leaks.
    var lists: (@Sendable (TownCases) -> any CaseLists)?
    var plant: MatrixCheck.Plant = { _, _, _ in }

    func report(of visitors: [MatrixWho]) async throws -> MatrixReport {
        // Whoever has to do with the first case knows that a name was sealed in it: their twin has it too.
        let lanes = [visitors.filter { !$0.knowsName }, visitors.filter(\.knowsName)]
        return try await withThrowingTaskGroup(of: MatrixReport.self) { group in
            for lane in lanes where !lane.isEmpty {
                group.addTask { try await self.lane(lane, hasName: lane.contains(where: \.knowsName)) }
            }
            var all = MatrixReport()
            for try await report in group { all.add(report) }
            return all
        }
    }

    private func lane(_ visitors: [MatrixWho], hasName: Bool) async throws -> MatrixReport {
        let town = try await MatrixTown(lists: lists)
        let twin = try await MatrixTown(altered: altered, hasName: hasName, lists: lists)
        return try await Application(router: town.web.router()).test(.router) { client -> MatrixReport in
            try await Application(router: twin.web.router()).test(.router) { other -> MatrixReport in
                var all = MatrixReport()
                for who in visitors {
                    let check = MatrixCheck(
                        site: MatrixSite(town: town, client: client),
                        twin: MatrixSite(town: twin, client: other), twins: twins(of: who, town, twin),
                        who: who, plant: plant)
                    all.add(try await check.run(patterns, where: isWanted))
                }
                return all
            }
        }
    }

    /// The cases of the twin of a visitor.
    private func twins(
        of who: MatrixWho, _ town: MatrixTown, _ twin: MatrixTown
    ) -> TownCases.Snapshot {
        guard let altered else {
            return town.morning.only { town.relation(of: who.acting, to: $0) != .none }
        }
        return town.morning.taking(from: twin.morning) {
            !CaseView.shows(altered, to: town.relation(of: who.acting, to: $0))
        }
    }
}

extension MatrixWho {
    /// Whether the first case, in which a name was sealed, is theirs in any way.
    fileprivate var knowsName: Bool { acting.map { Self.ofFirstCase.contains($0.unit) } ?? false }

    private static let ofFirstCase = [
        StaffMember.operator, .caseManager, .protection, .prosecutor, .coordinator,
    ].map(\.acting.unit)
}
