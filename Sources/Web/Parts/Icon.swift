import HTML

/// Small drawings, always beside a word.
enum Icon {
    static let exit: HTML = """
        <svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"/></svg>
        """
    static let back: HTML = """
        <svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><path d="M14 5l-7 7 7 7"/></svg>
        """
    static let night: HTML = """
        <svg class="ico" viewBox="0 0 24 24" aria-hidden="true">\
        <path d="M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z"/></svg>
        """
    static let phone: HTML = """
        <svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 4h4l2 5-3 2a12 12 0 0 0 5 5l2-3 5 2\
        v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z"/></svg>
        """
    /// The name of the system, written as one line that runs on as the edge of the head.
    static let mark: HTML = """
        <svg viewBox="0 0 84 46" aria-hidden="true"><path d="M0 45H5C11 45 12 36 14 27 14 33 19 33 23 30 20 37 18 \
        45 24 45 29 45 30 37 31 30 29 38 28 45 33 45 38 45 40 38 41 30 39 38 38 45 43 45 49 45 51 27 52 14 50 28 \
        47 45 53 45 57 45 58 43 60 40 60 34 66 29 72 31 63 28 57 35 58 41 60 47 69 43 72 30 70 38 69 45 75 45H84\
        M46 24H58"/></svg>
        """
}
