extension LadderRow {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        goalMilliseconds = item.optionalText("goal").flatMap { item.milliseconds($0, at: item.place("goal")) }
        rungsMilliseconds = item.texts("rungs").compactMap { item.milliseconds($0, at: item.place("rungs")) }
        keepInLoopMilliseconds = item.optionalText("keep_in_loop").flatMap {
            item.milliseconds($0, at: item.place("keep_in_loop"))
        }
    }
}

extension ItemReader {
    /// A duration of a fixed length; a month has none and is a finding.
    func milliseconds(_ words: String, at place: Place) -> Int64? {
        let milliseconds = ISODuration.milliseconds(in: words)
        if milliseconds == nil { notes.add(.badDuration, at: place, ["value": words]) }
        return milliseconds
    }
}
