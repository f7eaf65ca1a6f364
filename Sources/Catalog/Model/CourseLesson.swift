/// One lesson of the first course: a few sentences, what the catalogue says elsewhere, and one question.
public struct CourseLesson: CatalogItem {
    public let id: Identifier<CourseLesson>
    public let place: Place
    public let title: String
    public let text: [String]
    /// Whether the signs of the street page are shown.
    public let showsSigns: Bool
    /// Lines of the card of conduct that are shown.
    public let conduct: [Identifier<ConductLine>]
    /// Steps that are shown with their reason.
    public let steps: [Identifier<Step>]
    public let ask: String
    public let options: [Option]
    public let why: String
    public let sources: [Identifier<Source>]

    public struct Option: Equatable, Sendable {
        public let say: String
        public let isRight: Bool
    }
}
