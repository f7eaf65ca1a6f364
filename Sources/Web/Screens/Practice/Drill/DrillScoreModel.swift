import Catalog

/// What the page after a drill says: each mark with its reason and its source.
struct DrillScoreModel: Equatable, Sendable {
    let score: DrillScore
    let shift: String
    let isPresumed: Bool
    let saysNoCase: Bool
    let calls: [Call]
    let signs: [Sign]
    let answers: [Answer]
    /// Whether the result is in the book.
    var isKept = true

    struct Call: Equatable, Sendable {
        let title: String
        let isMade: Bool
        let because: String
        let sources: String
    }

    struct Sign: Equatable, Sendable {
        let text: String
        let outcome: Outcome
        /// Why it is none, where the scene says so.
        let because: String?

        enum Outcome: Equatable, Sendable { case seen, missed, imagined }
    }

    struct Answer: Equatable, Sendable {
        let ask: String
        /// What was taken; nil where nothing was.
        let taken: String?
        let isRight: Bool
        let better: String
        /// What the card of conduct says of it.
        let rule: String
        let sources: String
    }

    /// - Throws: as the route of the scene.
    init(_ attempt: DrillAttempt, shift: String, _ catalog: ProtocolCatalog) throws {
        let content = catalog.content
        score = try DrillScore(attempt, catalog)
        self.shift = shift
        isPresumed = attempt.scene.isPresumed
        saysNoCase = attempt.saysNoCase
        let route = try catalog.route(of: attempt.scene.situation(in: content))
        calls = score.calls.compactMap { mark in
            route[mark.step].map { step in
                Call(
                    title: step.step.title, isMade: mark.isMade, because: step.because.joined(separator: " "),
                    sources: step.sources.map(\.cite).joined(separator: " · "))
            }
        }
        let decoys = attempt.scene.decoys
        func signs(_ ids: [Identifier<Indicator>], _ outcome: Sign.Outcome) -> [Sign] {
            ids.compactMap { content.indicators[$0] }.map { sign in
                Sign(
                    text: sign.short ?? sign.text, outcome: outcome,
                    because: decoys.first { $0.sign == sign.id }?.because)
            }
        }
        self.signs =
            signs(score.signs.seen, .seen) + signs(score.signs.missed, .missed)
            + signs(score.signs.imagined, .imagined)
        answers = zip(attempt.scene.questions, attempt.choices).map { Self.answer($0, $1, content) }
    }

    private static func answer(
        _ question: Scene.Question, _ choice: Int?, _ content: CatalogContent
    ) -> Answer {
        let taken = choice.map { question.options[$0] }
        let right = question.options.first(where: \.isRight)
        let line = (taken ?? right).flatMap { content.conduct[$0.conduct] }
        let isRight = taken?.isRight ?? false
        return Answer(
            ask: question.ask, taken: taken?.say, isRight: isRight, better: right?.say ?? "",
            rule: line.map { isRight ? $0.do : $0.do + " " + $0.dont } ?? "",
            sources: line.map { line in
                line.sources.compactMap { content.sources[$0]?.cite }.joined(separator: " · ")
            } ?? "")
    }
}
