import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain
import Testing

@testable import Web

/// A drill is measured against the route of the true facts, and against nothing else.
struct DrillScoreTests {
    @Test func `whoever does everything right passes every scene with all points`() throws {
        let catalog = try Town.catalog()
        for scene in catalog.content.scenes {
            let score = try DrillScore(.perfect(scene, catalog), catalog)
            #expect(score.points.total == 100, "\(scene.id): \(score.points)")
            #expect(score.isPassed, "\(scene.id)")
        }
    }

    @Test func `every first call that is left out fails every presumed case`() throws {
        let catalog = try Town.catalog()
        for scene in catalog.content.scenes where scene.isPresumed {
            let perfect = try DrillAttempt.perfect(scene, catalog)
            for call in try DueCalls(scene, catalog).calls where call.isFirst {
                var trail = DrillTrail()
                for number in perfect.trail.calls where !call.addresses.contains(number) {
                    trail.call(number)
                }
                let score = try DrillScore(perfect.changed(trail: trail), catalog)
                #expect(!score.isPassed, "\(scene.id) without \(call.step)")
                #expect(score.points.calls < 40, "\(scene.id) without \(call.step)")
            }
        }
    }

    @Test func `calls after the details, or in another order, cost points and are said`() throws {
        let catalog = try Town.catalog()
        let scene = try #require(catalog.content.scenes["street-corner-night"])
        let perfect = try DrillAttempt.perfect(scene, catalog)
        var late = DrillTrail()
        late.reach(.seen)
        for number in perfect.trail.calls { late.call(number) }
        let afterwards = try DrillScore(perfect.changed(trail: late), catalog)
        #expect(!afterwards.isBeforeDetails && afterwards.isInOrder && afterwards.points.order == 10)
        var turned = DrillTrail()
        for number in perfect.trail.calls.reversed() { turned.call(number) }
        let reversed = try DrillScore(perfect.changed(trail: turned), catalog)
        #expect(!reversed.isInOrder && reversed.isBeforeDetails && reversed.points.order == 10)
    }

    @Test func `a call that could warn an implicated police station fails the drill`() throws {
        let catalog = try Town.catalog()
        let scene = try #require(catalog.content.scenes["official-police-car"])
        let perfect = try DrillAttempt.perfect(scene, catalog)
        var trail = perfect.trail
        trail.call("tel:105")
        let score = try DrillScore(perfect.changed(trail: trail), catalog)
        #expect(score.hasWarned && !score.isPassed && score.points.calls <= 20)
        #expect(try !DrillScore(perfect, catalog).hasWarned)
    }

    @Test func `a case taken for none is failed, and a call for nothing is no fault`() throws {
        let catalog = try Town.catalog()
        for scene in catalog.content.scenes {
            let perfect = try DrillAttempt.perfect(scene, catalog)
            if scene.isPresumed {
                let passed = perfect.changed(trail: DrillTrail(), saysNoCase: true, marked: [])
                #expect(try !DrillScore(passed, catalog).isPassed, "\(scene.id)")
            } else {
                var trail = perfect.trail
                for number in ["tel:105", "tel:080000205"] { trail.call(number) }
                let score = try DrillScore(perfect.changed(trail: trail, saysNoCase: false), catalog)
                #expect(score.isPassed && score.points.total == 80, "\(scene.id): \(score.points)")
            }
        }
    }

    @Test func `signs are seen, missed or imagined, and imagining takes points away`() throws {
        let catalog = try Town.catalog()
        let scene = try #require(catalog.content.scenes["street-corner-night"])
        let perfect = try DrillAttempt.perfect(scene, catalog)
        let one = try DrillScore(perfect.changed(marked: ["B03", "A02"]), catalog)
        #expect(one.signs == .init(seen: ["B03"], missed: ["B05"], imagined: ["A02"]))
        #expect(one.points.signs == 0)
        let quiet = try #require(catalog.content.scenes["alarm-mother-selling"])
        let none = try DrillAttempt.perfect(quiet, catalog)
        #expect(try DrillScore(none.changed(marked: ["F01"]), catalog).points.signs == 10)
    }

    @Test func `what is not answered is not right`() throws {
        let catalog = try Town.catalog()
        let scene = try #require(catalog.content.scenes["street-corner-night"])
        let silent = try DrillAttempt.perfect(scene, catalog).changed(choices: [nil, nil])
        #expect(try DrillScore(silent, catalog).points.conduct == 0)
    }

    /// What is scored must be what the street page shows to whoever answers as it is.
    @Test func `the calls that are due are those of the street page on the true facts`() throws {
        let catalog = try Town.catalog()
        for scene in catalog.content.scenes where scene.isPresumed {
            var form = StreetForm(report: try ReportID(reading: String(repeating: "a", count: 32)))
            form.district = scene.district
            form.signs = scene.signs
            for fact in scene.facts { form.answers[fact.fact] = fact.value }
            let visit = StreetVisit(form: form, page: .calls, findings: [], at: scene.at, isFresh: false)
            let route = try catalog.route(of: form.situation(at: scene.at, in: catalog.content))
            let plan = CallPlan(visit, catalog, route)
            let shown = (plan.emergencies + plan.calls).compactMap { $0.address?.text }
            let due = try DueCalls(scene, catalog).calls
            for (address, call) in zip(shown, Self.distinct(due.filter(\.isFirst))) {
                #expect(call.addresses.contains(address), "\(scene.id): \(address)")
            }
            let all = Set((plan.emergencies + plan.calls + plan.others).flatMap(\.cards).map(\.address.text))
            for call in due {
                #expect(!call.addresses.isDisjoint(with: all), "\(scene.id): \(call.step) is not shown")
            }
        }
    }

    /// Two bodies that are reached by one number are one call on the page.
    private static func distinct(_ calls: [DueCalls.Call]) -> [DueCalls.Call] {
        calls.enumerated().filter { place, call in
            place == 0 || calls[..<place].allSatisfy { $0.addresses.isDisjoint(with: call.addresses) }
        }.map(\.element)
    }
}
