import HTML

/// The part of a term that is used, as a line that burns down; the clock beside it says the same in words.
struct Fuse {
    let face: ClockFace

    var html: HTML? {
        guard face.due != nil, !face.isPaused else { return nil }
        let style =
            switch face.state {
            case .soon: "fuse soon"
            case .late: "fuse late"
            case .ok, .danger, .done, .paused, .open: "fuse"
            }
        return """
            <progress class="\(style)" max="100" value="\(face.usedPercent)" aria-hidden="true"></progress>
            """
    }
}
