import Catalog
import ReferralDomain
import Testing

/// The scenes to practise on: enough of each kind, everywhere, and what their authors expect is what the rules say.
struct SceneTests {
    @Test
    func `there are thirty scenes and more, of every kind, by day and by night, in every fiscal district`()
        throws
    {
        let content = try RealCatalog.catalog().content
        #expect(content.scenes.count >= 30)
        for kind in Scene.Kind.allCases {
            #expect(content.scenes.count { $0.kind == kind } >= 3, "\(kind)")
        }
        let hours = content.scenes.map { LimaTime($0.at).hour }
        #expect(hours.contains { (8..<18).contains($0) } && hours.contains { $0 < 5 || $0 >= 20 })
        let districts = content.scenes.compactMap { content.districts[$0.district] }
        #expect(Set(districts.map(\.fiscalDistrict)) == Set(content.fiscalDistricts.map(\.id)))
        #expect(districts.contains { $0.province == .callao })
        #expect(content.scenes.count { !$0.isPresumed } >= 5)
    }

    @Test func `the level and the calls that an author wrote down are those of the rules in force`() throws {
        let catalog = try RealCatalog.catalog()
        for scene in catalog.content.scenes {
            let calls = try scene.calls(in: catalog)
            #expect(calls.first.map(\.step.id) == scene.control.first, "\(scene.id)")
            #expect(Set(calls.also.map(\.step.id)) == Set(scene.control.also), "\(scene.id)")
            let level = try catalog.route(of: scene.situation(in: catalog.content)).level.id
            #expect(level == scene.control.level, "\(scene.id)")
        }
    }

    @Test func `a rule that changes is noticed in the scenes that it touches`() throws {
        let changed = try RealCatalog.changed(
            "steps/2-notify.yaml", "when: {age: [minor, doubted]}\n  precaution: yes",
            to: "when: {age: [minor]}\n  precaution: no")
        let catalog = try #require(RealCatalog.read(changed).draft)
        let differing = try catalog.content.scenes.filter { scene in
            try Set(scene.calls(in: catalog).also.map(\.step.id)) != Set(scene.control.also)
        }
        #expect(!differing.isEmpty)
    }

    @Test func `no scene tells what somebody said they went through, and every street sign is met`() throws {
        let content = try RealCatalog.catalog().content
        let told = content.indicators.filter { $0.observed == .told }.map(\.id)
        #expect(content.scenes.allSatisfy { scene in !scene.signs.contains(where: told.contains) })
        let met = Set(content.scenes.flatMap { $0.signs + $0.decoys.map(\.sign) })
        let seen = content.indicators.filter { $0.isOnStreet && $0.observed == .seen }.map(\.id)
        #expect(seen.filter { !met.contains($0) }.isEmpty)
    }
}
