import Hummingbird
import NIOCore

/// The fields of a form that brings one file, and the file: read as it comes, and never more of it than is taken.
///
/// The fields stand before the file in the form, so that they are known whatever the file is.
struct UploadedForm: Equatable, Sendable {
    let fields: FormFields
    /// What was sent; its name and kind are not kept. Empty where nothing was, or where there is a problem.
    let file: [UInt8]
    /// The field that held it; nil where none did.
    let fileField: String?
    let problem: Problem?

    /// Why a file was not read to its end.
    enum Problem: Equatable, Sendable {
        case tooLarge
        /// The form is not as a browser sends it, or it ends early.
        case broken
        case several
    }

    /// Of a file that is too large, how much is still let pass so that its sender can be told, in bytes.
    static let mostPassing = 32_000_000

    /// Reads a form of a page of ours; one without a file, as it is carried through the entry, has an empty one.
    ///
    /// - Parameters:
    ///   - names: the fields of which one holds the file.
    ///   - most: of the file, in bytes.
    /// - Throws: `.unreadable` for another kind of body or one from another site.
    init(of request: Request, file names: [String], most: Int) async throws {
        guard !FormFields.isFromAnotherSite(request) else { throw WebFault.unreadable }
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data") else {
            fields = try await FormFields(of: request)
            (file, fileField, problem) = ([], nil, nil)
            return
        }
        guard let boundary = Self.boundary(in: type) else { throw WebFault.unreadable }
        var reader = MultipartReader(boundary: boundary, files: names, most: most)
        var count = 0
        for try await buffer in request.body {
            count += buffer.readableBytes
            guard count <= Self.mostPassing else { break }
            reader.take(buffer.readableBytesView)
        }
        self = reader.form
    }

    init(fields: FormFields, file: [UInt8], of field: String?, problem: Problem?) {
        self.fields = fields
        self.file = problem == nil ? file : []
        fileField = field
        self.problem = problem
    }

    /// What stands between the parts (RFC 2046, 5.1.1): up to seventy plain characters.
    static func boundary(in type: String) -> String? {
        guard let start = type.firstRange(of: /boundary=/.ignoresCase()) else { return nil }
        let text = type[start.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
                || [0x2D, 0x5F].contains(byte)
        }
        return (1...70).contains(text.utf8.count) && isPlain ? text : nil
    }
}
