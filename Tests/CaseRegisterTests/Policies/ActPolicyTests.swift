import CaseRegister
import ReferralDomain
import Testing

/// Protects: who may try what, and who sees what, changes only where somebody meant it to.
struct ActPolicyTests {
    @Test func `the table of acts is what was agreed`() throws {
        var lines: [String] = []
        for relation in CaseRelation.allCases {
            for role in Role.allCases {
                let acts = ActKind.allCases.filter { ActPolicy.allows($0, to: role, relation) }
                guard !acts.isEmpty else { continue }
                lines.append(
                    "\(relation.rawValue) \(role.rawValue): \(acts.map(\.rawValue).joined(separator: " "))")
            }
        }
        try GoldenFile.expect(lines.joined(separator: "\n") + "\n", is: "act-policy.txt")
    }

    @Test func `the table of fields is what was agreed`() throws {
        let lines = CaseField.allCases.map { field in
            let seers = CaseRelation.allCases.filter { CaseView.shows(field, to: $0) }
            return "\(field.rawValue): \(seers.map(\.rawValue).joined(separator: " "))"
        }
        try GoldenFile.expect(lines.joined(separator: "\n") + "\n", is: "case-view.txt")
    }

    @Test func `no role that may see no content may act on any`() {
        for role in [Role.analyst, .administrator, .auditor, .sereno] {
            for (kind, relation) in ActKind.allCases.flatMap({ kind in
                CaseRelation.allCases.map { (kind, $0) }
            }) {
                #expect(!ActPolicy.allows(kind, to: role, relation))
            }
        }
    }

    @Test func `the coordinator and the reviewer see no person`() {
        let content: Set<CaseField> = [
            .facts, .signs, .people, .ages, .identity, .matter, .care, .custody, .consents, .safeContact,
            .goals,
            .thread, .proofs,
        ]
        for relation in [CaseRelation.coordinator, .reviewer, .former, .reporter, .none] {
            #expect(CaseView.fields(of: relation).isDisjoint(with: content))
        }
    }

    @Test func `what is not theirs does not exist for them, and all others are told that it is not for now`()
        throws
    {
        let story = try Story.claimed()
        for acting in Cast.all {
            let relation = CaseRelation(of: acting, to: story.state, at: story.now, under: SampleRules.rules)
            for act in Acts.all(in: story) where !ActPolicy.allows(act.kind, to: acting.role, relation) {
                let refusal = story.refusal(of: act, by: acting)
                #expect(refusal == (relation == .none ? .unknown : .notNow(nil)))
            }
        }
    }

    @Test func `a stage refuses exactly what its row leaves out, whoever asks`() throws {
        for stage in CaseStage.allCases {
            let story = try Story.at(stage)
            #expect(story.state.stage == stage)
            for acting in Cast.all {
                let relation = CaseRelation(
                    of: acting, to: story.state, at: story.now, under: SampleRules.rules)
                for act in Acts.all(in: story) where ActPolicy.allows(act.kind, to: acting.role, relation) {
                    let isOffered = ActPolicy.allows(act.kind, relation, at: stage)
                    let refusal = story.refusal(of: act, by: acting)
                    let who = "\(stage) \(acting.account.text) \(act.kind)"
                    switch stage {
                    case .claimed: #expect(isOffered && refusal != .closed, "\(who)")
                    case .unclaimed: #expect(isOffered == (refusal != .notOwner), "\(who)")
                    case .merged, .closed:
                        let isRepeated = refusal == nil && [.close, .merge].contains(act.kind)
                        #expect(isOffered == (refusal != .closed && !isRepeated), "\(who)")
                    }
                }
            }
        }
    }

    @Test func `nobody has the case: its owner may take it and nothing else`() {
        let offered = ActKind.allCases.filter { kind in
            ActPolicy.allows(kind, to: .operator, .owner)
                && ActPolicy.allows(kind, .owner, at: .unclaimed)
        }
        #expect(offered == [.claim, .reopen])
    }

    @Test func `every act is tried`() throws {
        #expect(Set(Acts.all(in: try Story.claimed()).map(\.kind)) == Set(ActKind.allCases))
    }
}

extension Story {
    /// A case that stands at a stage.
    fileprivate static func at(_ stage: CaseStage) throws -> Story {
        switch stage {
        case .unclaimed: return try Story()
        case .claimed: return try .claimed()
        case .merged:
            var story = try Story.claimed()
            try story.act(.merge(into: try #require(otherCase)), by: Cast.centre)
            return story
        case .closed:
            var story = try Story()
            try story.act(.claim, by: Cast.centre)
            try story.act(.askClosing(reason: "plan-met"), by: Cast.centre)
            try story.act(.close(reason: "plan-met"), by: Cast.family)
            return story
        }
    }
}
