import HTML

/// One paper: a sheet that a browser prints, or that is pressed into a PDF. It never says the name of a person.
struct Paper: Sendable {
    /// What stands in the tab and in the properties of the file.
    let title: String
    /// How its file is called, without the ending.
    let file: String
    let sheet: HTML
    /// Where the page came from.
    let back: Page
    /// Its language, as in BCP 47; nil for that of the site.
    var language: String?
    /// What stands at the foot of every page: who printed it and when.
    var foot: [String] = []
    /// What can be filled in before it is printed; only on the screen.
    var tools: HTML?
    /// Where the same paper is had as a file; nil where it must not become one, or where a form asks for it.
    var fileAddress: Address?

    /// How a query asks for the file.
    static let formatField = "formato"
    static let pdf = "pdf"

    /// Whether a query or a form asks for the file.
    static func isFileWanted(_ fields: FormFields) -> Bool { fields[formatField] == pdf }
}
