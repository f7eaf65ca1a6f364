/// Checks the scenes to practise on and the first course: every id is known, and each can be played and scored.
struct SceneCheck {
    let content: CatalogContent

    /// Ids and values that nobody knows.
    var references: [Finding] { content.scenes.flatMap(references) + content.course.flatMap(references) }

    /// Scenes that cannot be played, and kinds with too few of them.
    var findings: [Finding] { content.scenes.flatMap(shape) + kinds + content.course.flatMap(shape) }

    /// How many steps a scene may have, and how many questions of conduct.
    private static let steps = 3...6
    private static let questions = 2...4
    /// Fewer of one kind are learned by heart.
    private static let leastOfKind = 3

    private func references(_ scene: Scene) -> [Finding] {
        var unknown: [String] = []
        if content.districts[scene.district] == nil { unknown.append(scene.district.text) }
        let signs = scene.signs + scene.decoys.map(\.sign)
        unknown += signs.filter { content.indicators[$0] == nil }.map(\.text)
        if content.levels[scene.control.level] == nil { unknown.append(scene.control.level.text) }
        let steps = scene.control.first + scene.control.also
        unknown += steps.filter { content.steps[$0] == nil }.map(\.text)
        let lines = scene.questions.flatMap(\.options).map(\.conduct)
        unknown += lines.filter { content.conduct[$0] == nil }.map(\.text)
        return unknown.map { Finding(.unknownID, at: scene.place, ["id": $0]) }
            + scene.facts.compactMap { value(of: $0, scene.place) }
    }

    private func value(of answer: Scene.Answer, _ place: Place) -> Finding? {
        guard let fact = content.facts[answer.fact] else {
            return Finding(.unknownID, at: place, ["id": answer.fact.text])
        }
        guard fact.position(ofValue: answer.value) == nil else { return nil }
        let allowed = fact.values.map(\.id).joined(separator: ", ")
        return Finding(
            .unknownValue, at: place, ["fact": fact.id.text, "value": answer.value, "allowed": allowed])
    }

    private func references(_ lesson: CourseLesson) -> [Finding] {
        let lines = lesson.conduct.filter { content.conduct[$0] == nil }.map(\.text)
        let steps = lesson.steps.filter { content.steps[$0] == nil }.map(\.text)
        let sources = lesson.sources.filter { content.sources[$0] == nil }.map(\.text)
        return (lines + steps + sources).map { Finding(.unknownID, at: lesson.place, ["id": $0]) }
            + (lesson.sources.isEmpty ? [Finding(.noSource, at: lesson.place)] : [])
    }

    private func shape(_ lesson: CourseLesson) -> [Finding] {
        let isAnswered = lesson.options.count >= 2 && lesson.options.count(where: \.isRight) == 1
        return isAnswered ? [] : [Finding(.sceneAnswers, at: lesson.place, ["id": lesson.id.text])]
    }

    private func shape(_ scene: Scene) -> [Finding] {
        var found: [Finding] = []
        func note(_ kind: Finding.Kind) {
            found.append(Finding(kind, at: scene.place, ["id": scene.id.text]))
        }
        if !Self.steps.contains(scene.seen.count) { note(.sceneSteps) }
        let areAnswered = scene.questions.allSatisfy { question in
            question.options.count >= 2 && question.options.count(where: \.isRight) == 1
        }
        if !Self.questions.contains(scene.questions.count) || !areAnswered { note(.sceneAnswers) }
        if scene.decoys.contains(where: { isThere($0.sign, in: scene) }) { note(.sceneDecoy) }
        if scene.isPresumed == (scene.kind == .falseAlarm) { note(.sceneTruth) }
        return found
    }

    /// Whether a decoy is a sign after all, or none that anybody could mark.
    private func isThere(_ sign: Identifier<Indicator>, in scene: Scene) -> Bool {
        scene.signs.contains(sign) || content.indicators[sign]?.isOnStreet != true
    }

    private var kinds: [Finding] {
        let counts = Dictionary(grouping: content.scenes, by: \.kind).mapValues(\.count)
        let place = Place(file: "scenes", line: 1)
        return Scene.Kind.allCases.filter { counts[$0, default: 0] < Self.leastOfKind }.map {
            Finding(.sceneFewOfKind, at: place, ["id": $0.rawValue])
        }
    }
}
