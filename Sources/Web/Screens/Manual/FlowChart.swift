/// The route as a drawing: one box a stage, on one line from the first sighting to the last duty.
struct FlowChart: Equatable, Sendable {
    let boxes: [Box]
    let height: Int

    static let width = 760

    struct Box: Equatable, Sendable {
        let number: Int
        let title: [String]
        let detail: [String]
        let owners: [String]
        /// The upper edge.
        let top: Int
        let height: Int
    }

    init(stages: [ManualModel.Stage]) {
        var top = Self.margin
        boxes = stages.map { stage in
            let title = Self.wrapped(stage.title, at: 56)
            let detail = Self.wrapped(stage.detail, at: 84)
            let owners = Self.wrapped(stage.owners.joined(separator: " · "), at: 70)
            let height =
                2 * Self.padding + title.count * Self.titleLine
                + (detail.count + owners.count) * Self.textLine + Self.gapBeforeOwners
            defer { top += height + Self.gap }
            return Box(
                number: stage.number, title: title, detail: detail, owners: owners, top: top, height: height)
        }
        height = top - Self.gap + Self.margin
    }

    static let margin = 8
    static let padding = 16
    static let gap = 24
    static let titleLine = 24
    static let textLine = 20
    static let gapBeforeOwners = 8

    /// Words put on lines of at most so many characters.
    private static func wrapped(_ text: String, at width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
