/// Fields one after another as `length:bytes,`, so that no two lists of fields give the same bytes.
package enum Netstrings {
    /// The bytes of a list of texts.
    package static func bytes(of fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields {
            bytes.append(contentsOf: "\(field.utf8.count):".utf8)
            bytes.append(contentsOf: field.utf8)
            bytes.append(UInt8(ascii: ","))
        }
        return bytes
    }
}
