import JSON

extension JSON {
    /// Reads JSON from text, as tests write it.
    static func parsed(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

    /// What was refused; nil where the bytes were read.
    static func refusal(of bytes: [UInt8]) -> JSON.Misread? {
        do throws(JSON.Misread) {
            _ = try JSON(parsing: bytes)
            return nil
        } catch {
            return error
        }
    }
}
