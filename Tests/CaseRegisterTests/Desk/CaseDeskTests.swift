import CaseRegister
import ReferralDomain
import Testing

/// Protects: of two writers one wins, and the other is told; what was tried in vain is kept.
struct CaseDeskTests {
    private let journal = MemoryJournal(random: SeededBytes(seed: 1))

    private var desk: CaseDesk {
        CaseDesk(journal: journal, rules: { SampleRules.rules }, clock: { Histories.start })
    }

    @Test func `a street report is claimed, and its reference opens the case`() async throws {
        let receipt = try await report()
        let state = try await desk.perform(.claim, on: receipt.id, by: Cast.centre)
        #expect(state.owner == Cast.centre.account)
        #expect(try await desk.open(receipt.reference, as: Cast.centre).id == receipt.id)
    }

    @Test func `of two who saw the same version one wins and the other learns which stands`() async throws {
        let receipt = try await report()
        _ = try await desk.perform(.claim, on: receipt.id, seen: 1, by: Cast.centre)
        await #expect(throws: DeskFailure.refused(.overtaken(seen: 1, stands: 2))) {
            try await desk.perform(
                .settleFact("age", "adult"), on: receipt.id, seen: 1, by: Cast.secondAtCentre)
        }
        await #expect(throws: DeskFailure.refused(.notOwner)) {
            try await desk.perform(.claim, on: receipt.id, seen: 1, by: Cast.secondAtCentre)
        }
    }

    @Test func `a rung that the ladder climbs meanwhile overtakes nobody`() async throws {
        let receipt = try await report()
        let climb = NewEvent(.file(.ladderClimbed(obligation: "claim", .reminder)))
        let stamp = Stamp(actor: Cast.secondAtCentre.account, instant: Histories.start)
        _ = try await journal.append([climb], to: receipt.id, after: 1, stamp: stamp)
        let state = try await desk.perform(.claim, on: receipt.id, seen: 1, by: Cast.centre)
        #expect(state.owner == Cast.centre.account)
        await #expect(throws: DeskFailure.refused(.overtaken(seen: 1, stands: 3))) {
            try await desk.perform(.settleFact("age", "adult"), on: receipt.id, seen: 1, by: Cast.centre)
        }
        await #expect(throws: DeskFailure.refused(.overtaken(seen: 9, stands: 3))) {
            try await desk.perform(.settleFact("age", "adult"), on: receipt.id, seen: 9, by: Cast.centre)
        }
    }

    @Test func `a hundred who claim at once leave one owner and one claim`() async throws {
        let receipt = try await report()
        let desk = desk
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask {
                    let acting = Cast.acting(
                        "operator-\(number)", unit: "central-150101", of: "serenazgo", .operator, in: "150101"
                    )
                    _ = try? await desk.perform(.claim, on: receipt.id, by: acting)
                }
            }
        }
        let history = try await journal.history(of: receipt.id)
        #expect(history.map(\.version) == [1, 2])
    }

    @Test func `the same act sent twice is done once, even with the old version`() async throws {
        let receipt = try await report()
        for _ in 0..<2 { _ = try await desk.perform(.claim, on: receipt.id, seen: 1, by: Cast.centre) }
        #expect(try await journal.history(of: receipt.id).count == 2)
    }

    @Test func `a blocked message is refused and stands in the journal`() async throws {
        let receipt = try await report()
        let person = PersonID(random: Array(repeating: 7, count: 16))
        _ = try await desk.perform(.claim, on: receipt.id, by: Cast.centre)
        _ = try await desk.perform(.addPerson(person, .minor), on: receipt.id, by: Cast.centre)
        await #expect(throws: DeskFailure.refused(.unsafeContact)) {
            try await desk.perform(
                .person(person, .message(channel: "sms", namesInstitution: true)), on: receipt.id, seen: 1,
                by: Cast.centre)
        }
        let state = try await desk.open(receipt.id, as: Cast.centre)
        #expect(state.person(person)?.blockedMessages == 1)
    }

    @Test func `absent and forbidden look the same`() async throws {
        let receipt = try await report()
        for acting in [Cast.elsewhere, Cast.childUnit, Cast.guardian] {
            for id in [receipt.id, try #require(Story.otherCase)] {
                await #expect(throws: DeskFailure.refused(.unknown)) { try await desk.open(id, as: acting) }
                await #expect(throws: DeskFailure.refused(.unknown)) {
                    try await desk.perform(.claim, on: id, by: acting)
                }
            }
        }
    }

    @Test func `a journal that fails tells so and keeps nothing`() async throws {
        let receipt = try await report()
        await journal.fail(with: .diskFull)
        await #expect(throws: DeskFailure.fault(.diskFull)) {
            try await desk.perform(.claim, on: receipt.id, by: Cast.centre)
        }
        #expect(try await journal.history(of: receipt.id).count == 1)
    }

    private func report() async throws -> Receipt {
        try await journal.record(
            try Reports.girlAtTheBar(), stamp: Stamp(actor: .street, instant: Histories.start))
    }
}

private struct SeededBytes: RandomSource {
    let seed: UInt64

    func bytes(_ count: Int) -> [UInt8] {
        var numbers = SeededNumbers(seed: seed)
        return (0..<count).map { _ in UInt8(numbers.below(256)) }
    }
}
