import Catalog

/// The first course: lessons made of what the catalogue says, each with one question.
struct CourseModel: Equatable, Sendable {
    let lessons: [Lesson]
    /// What was answered; empty before the form was sent.
    var choices: [Int?] = []

    struct Lesson: Equatable, Sendable {
        let number: Int
        let title: String
        let text: [String]
        let signs: [String]
        let conduct: [Conduct]
        let steps: [Step]
        let ask: String
        let options: [Option]
        let why: String
        let sources: String
    }

    struct Conduct: Equatable, Sendable {
        let `do`: String
        let dont: String
    }

    struct Step: Equatable, Sendable {
        let title: String
        let because: String
    }

    struct Option: Equatable, Sendable {
        let say: String
        let isRight: Bool
    }

    init(_ content: CatalogContent) {
        lessons = content.course.enumerated().map { number, lesson in
            Lesson(
                number: number + 1, title: lesson.title, text: lesson.text,
                signs: lesson.showsSigns
                    ? content.indicators.filter(\.isOnStreet).map { $0.short ?? $0.text } : [],
                conduct: lesson.conduct.compactMap { content.conduct[$0] }.map {
                    Conduct(do: $0.do, dont: $0.dont)
                },
                steps: lesson.steps.compactMap { content.steps[$0] }.map {
                    Step(title: $0.title, because: $0.because)
                },
                ask: lesson.ask,
                options: lesson.options.map { Option(say: $0.say, isRight: $0.isRight) }, why: lesson.why,
                sources: lesson.sources.compactMap { content.sources[$0]?.cite }.joined(separator: " · "))
        }
    }

    /// Whether each question was answered rightly.
    var marks: [Bool] {
        zip(lessons, choices).map { lesson, choice in choice.map { lesson.options[$0].isRight } ?? false }
    }

    /// Of a hundred.
    var score: Int { marks.isEmpty ? 0 : marks.count(where: \.self) * 100 / marks.count }

    /// One wrong answer is let pass; it is explained.
    var isPassed: Bool { marks.count == lessons.count && marks.count(where: { !$0 }) <= 1 }

    /// How long the course takes, in seconds: reading at 180 words a minute, and a while for each question.
    var seconds: Int { words * 60 / 180 + lessons.count * Self.secondsAQuestion }

    /// How many words are read.
    var words: Int { lessons.flatMap(\.read).reduce(0) { $0 + $1.split(separator: " ").count } }

    private static let secondsAQuestion = 15
}

extension CourseModel.Lesson {
    /// Every text of the lesson.
    fileprivate var read: [String] {
        [title, ask, why] + text + signs + options.map(\.say) + conduct.flatMap { [$0.do, $0.dont] }
            + steps.flatMap { [$0.title, $0.because] }
    }
}
