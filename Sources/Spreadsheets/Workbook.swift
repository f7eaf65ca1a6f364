import CXLSXWriter
import Foundation
public import ReferralDomain

/// Sheets that are written as one XLSX file, by libxlsxwriter.
public struct Workbook: Sendable {
    private let sheets: [Sheet]
    private let title: String
    private let made: Instant

    /// - Parameter made: what the file says of when it was made; the library would ask the clock.
    public init(_ sheets: [Sheet], title: String, made: Instant) {
        self.sheets = sheets
        self.title = title
        self.made = made
    }

    /// Why a workbook was not written: the library's code, never a content.
    public struct Failure: Error, Hashable {
        public let code: Int
    }

    /// The bytes of the file. The library writes to a path, so a folder of our own (0700) holds it for a moment.
    public func bytes() throws(Failure) -> [UInt8] {
        var template = Array((FileManager.default.temporaryDirectory.path + "/ruta-xlsx-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(code: Int(errno)) }
        let folder = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/book.xlsx"
        let code = write(to: path, workingIn: folder)
        guard code == 0 else { throw Failure(code: code) }
        guard let content = FileManager.default.contents(atPath: path) else { throw Failure(code: Int(EIO)) }
        return Array(content)
    }

    private func write(to path: String, workingIn folder: String) -> Int {
        let code = folder.withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            guard let book = workbook_new_opt(path, &options) else { return Int(EIO) }
            describe(book)
            let formats = Formats(book)
            for sheet in sheets { WorkbookSheet(sheet, formats).write(into: book) }
            return Int(workbook_close(book).rawValue)
        }
        return code
    }

    private func describe(_ book: UnsafeMutablePointer<lxw_workbook>) {
        title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = time_t(made.millisecondsSinceEpoch / 1_000)
            _ = workbook_set_properties(book, &properties)
        }
    }

    /// How cells of each kind are shown.
    struct Formats {
        let head: UnsafeMutablePointer<lxw_format>?
        /// Stays a text also when somebody types into it.
        let text: UnsafeMutablePointer<lxw_format>?
        let day: UnsafeMutablePointer<lxw_format>?
        let instant: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            head = workbook_add_format(book)
            format_set_bold(head)
            format_set_text_wrap(head)
            text = workbook_add_format(book)
            format_set_num_format(text, "@")
            day = workbook_add_format(book)
            format_set_num_format(day, "dd/mm/yyyy")
            instant = workbook_add_format(book)
            format_set_num_format(instant, "dd/mm/yyyy hh:mm")
        }
    }
}
