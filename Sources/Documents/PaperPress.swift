/// Makes a PDF of a page: what is handed over as a file, and what a reader of screens can follow.
public protocol PaperPress: Sendable {
    /// The page as a tagged PDF (PDF/UA-1, ISO 14289-1).
    ///
    /// - Parameter page: a whole HTML page in UTF-8 with its own stylesheet; whatever else it names is not fetched.
    func pdf(of page: [UInt8]) async throws(PressFault) -> [UInt8]
}

/// Why there is no PDF; the page itself can still be printed by the browser.
public enum PressFault: Error, Equatable, Sendable {
    /// The program that makes it is not installed.
    case notInstalled
    /// Others are waiting already.
    case busy
    /// It ended without a PDF: the page is too big, or it took too long.
    case failed
}
