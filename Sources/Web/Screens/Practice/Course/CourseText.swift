import Catalog

/// The words around the first course.
enum CourseText: String, TextKey {
    case title = "course.title"
    case lead = "course.lead"
    case lesson = "course.lesson"
    case signs = "course.signs"
    case send = "course.send"
    case passed = "course.passed"
    case failed = "course.failed"
    case failedHint = "course.failed-hint"
    case isRight = "course.is-right"
    case isWrong = "course.is-wrong"
    case notAnswered = "course.not-answered"
    case toScenes = "course.to-scenes"
    case notKept = "course.not-kept"
    case source = "course.source"
}
