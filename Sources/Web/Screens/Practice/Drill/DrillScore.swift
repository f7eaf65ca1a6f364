import Catalog

/// How a drill went, measured against the route of the true facts.
struct DrillScore: Equatable, Sendable {
    let calls: [CallMark]
    /// Whether the first calls were made in their order.
    let isInOrder: Bool
    /// Whether they were made before anything was marked.
    let isBeforeDetails: Bool
    /// Whether somebody was called who must not be told.
    let hasWarned: Bool
    /// Whether the guard saw what it is: a case, or none.
    let isJudgedRight: Bool
    let signs: Signs
    /// Whether each question of conduct was answered rightly.
    let answers: [Bool]
    let points: Points
    let isPassed: Bool

    /// One call that was due.
    struct CallMark: Equatable, Sendable {
        let step: Identifier<Step>
        let isFirst: Bool
        let isMade: Bool
    }

    /// Signs by what became of them, each as its id.
    struct Signs: Equatable, Sendable {
        let seen: [Identifier<Indicator>]
        let missed: [Identifier<Indicator>]
        let imagined: [Identifier<Indicator>]
    }

    /// Points of each part; a hundred in all.
    struct Points: Equatable, Sendable {
        static let most = (calls: 40, order: 20, conduct: 20, signs: 20)
        let calls: Int
        let order: Int
        let conduct: Int
        let signs: Int

        var total: Int { calls + order + conduct + signs }
    }

    /// As many points are needed, and every first call.
    static let needed = 70
}

extension DrillScore {
    /// - Throws: as the route of the scene.
    init(_ attempt: DrillAttempt, _ catalog: ProtocolCatalog) throws {
        let due = try DueCalls(attempt.scene, catalog)
        let pressed = attempt.trail.calls
        calls = due.calls.map { call in
            CallMark(
                step: call.step, isFirst: call.isFirst,
                isMade: pressed.contains(where: call.addresses.contains))
        }
        let firsts = due.calls.filter(\.isFirst)
        isInOrder = Self.isInOrder(pressed, firsts)
        let early = attempt.trail.callsBeforeDetails
        isBeforeDetails = firsts.allSatisfy { early.contains(where: $0.addresses.contains) }
        hasWarned = pressed.contains(where: due.forbidden.contains)
        isJudgedRight = attempt.saysNoCase != attempt.scene.isPresumed
        signs = Self.signs(attempt, catalog.content)
        answers = zip(attempt.scene.questions, attempt.choices).map { question, choice in
            choice.map { question.options[$0].isRight } ?? false
        }
        let hasFirsts = calls.allSatisfy { !$0.isFirst || $0.isMade }
        let others = pressed.filter { number in !firsts.contains { $0.addresses.contains(number) } }
        points = Points(
            calls: attempt.scene.isPresumed
                ? Self.calls(calls, hasWarned)
                : hasFirsts ? (others.isEmpty ? Points.most.calls : Self.half) : 0,
            order: Self.order(isInOrder, isBeforeDetails, hasFirsts, attempt.scene),
            conduct: Self.share(answers.count(where: \.self), of: answers.count, most: Points.most.conduct),
            signs: Self.points(signs))
        isPassed =
            points.total >= Self.needed && hasFirsts && !hasWarned
            && (isJudgedRight || !attempt.scene.isPresumed)
    }

    /// Whether each first call was pressed no later than the next; two bodies with one number are one call.
    private static func isInOrder(_ pressed: [String], _ firsts: [DueCalls.Call]) -> Bool {
        let places = firsts.map { call in pressed.firstIndex(where: call.addresses.contains) }
        let made = places.compactMap { $0 }
        return made.count == firsts.count && zip(made, made.dropFirst()).allSatisfy { $0 <= $1 }
    }

    /// The first calls count double; whoever warned a suspect keeps half.
    private static func calls(_ calls: [CallMark], _ hasWarned: Bool) -> Int {
        let made = calls.filter(\.isMade).reduce(0) { $0 + $1.weight }
        let most = hasWarned ? half : Points.most.calls
        return share(made, of: calls.reduce(0) { $0 + $1.weight }, most: most)
    }

    /// Calling where nothing was is no fault, and half of the points.
    private static let half = Points.most.calls / 2

    private static func order(
        _ isInOrder: Bool, _ isEarly: Bool, _ hasFirsts: Bool, _ scene: Scene
    ) -> Int {
        guard hasFirsts else { return 0 }
        guard scene.isPresumed else { return Points.most.order }
        return (isInOrder ? Points.most.order / 2 : 0) + (isEarly ? Points.most.order / 2 : 0)
    }

    private static func signs(_ attempt: DrillAttempt, _ content: CatalogContent) -> Signs {
        let offered = content.indicators.filter(\.isOnStreet).map(\.id)
        let (present, marked) = (Set(attempt.scene.signs), Set(attempt.marked))
        return Signs(
            seen: offered.filter { present.contains($0) && marked.contains($0) },
            missed: offered.filter { present.contains($0) && !marked.contains($0) },
            imagined: offered.filter { !present.contains($0) && marked.contains($0) })
    }

    /// An imagined sign takes away what a seen one gives; with nothing to see, each one costs half.
    private static func points(_ signs: Signs) -> Int {
        let there = signs.seen.count + signs.missed.count
        guard there > 0 else {
            return max(0, Points.most.signs - signs.imagined.count * Points.most.signs / 2)
        }
        return share(max(0, signs.seen.count - signs.imagined.count), of: there, most: Points.most.signs)
    }

    private static func share(_ part: Int, of whole: Int, most: Int) -> Int {
        whole == 0 ? most : part * most / whole
    }
}

extension DrillScore.CallMark {
    /// The first calls count double.
    var weight: Int { isFirst ? 2 : 1 }
}
