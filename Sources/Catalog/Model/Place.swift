/// Where something stands in the catalogue.
public struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The path below the catalogue's folder, such as `steps/2-notify.yaml`.
    public let file: String
    /// The line, counted from 1.
    public let line: Int

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    public var description: String { "\(file):\(line)" }

    public static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line) < (right.file, right.line)
    }
}
