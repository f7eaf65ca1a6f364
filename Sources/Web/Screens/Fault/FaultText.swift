import Catalog

/// The words of the error pages: what happened, what is safe, what to do.
enum FaultText: String, TextKey {
    case notFoundTitle = "errors.not-found.title"
    case notFoundWhat = "errors.not-found.what"
    case notFoundSafe = "errors.not-found.safe"
    case notFoundDo = "errors.not-found.do"
    case methodTitle = "errors.method.title"
    case methodWhat = "errors.method.what"
    case methodSafe = "errors.method.safe"
    case methodDo = "errors.method.do"
    case tooLargeTitle = "errors.too-large.title"
    case tooLargeWhat = "errors.too-large.what"
    case tooLargeSafe = "errors.too-large.safe"
    case tooLargeDo = "errors.too-large.do"
    case unreadableTitle = "errors.unreadable.title"
    case unreadableWhat = "errors.unreadable.what"
    case unreadableSafe = "errors.unreadable.safe"
    case unreadableDo = "errors.unreadable.do"
    case brokenTitle = "errors.broken.title"
    case brokenWhat = "errors.broken.what"
    case brokenSafe = "errors.broken.safe"
    case brokenDo = "errors.broken.do"
    case start = "errors.start"
    case directory = "errors.directory"
}
