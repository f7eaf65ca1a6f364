import Yams

/// One file of the catalogue, read but not yet understood.
struct CatalogFile {
    /// The path below the catalogue's folder.
    let path: String
    /// Read once, however many languages are read from it.
    private let content: Result<Node, Unread>

    private struct Unread: Error {
        let kind: Finding.Kind
        let line: Int
        var details: [String: String] = [:]
    }

    init(path: String, bytes: [UInt8]) {
        self.path = path
        content = Self.read(bytes, path)
    }

    /// The folder or file name that decides what the items are: `steps`, `levels.yaml`.
    var kind: String { path.split(separator: "/").first.map(String.init) ?? path }

    func place(of node: Node) -> Place { Place(file: path, line: node.mark?.line ?? 1) }

    var start: Place { Place(file: path, line: 1) }

    /// The file's root, or nil after a finding: not UTF-8, not YAML, or empty.
    func root(_ notes: ReadingNotes) -> Node? {
        switch content {
        case .success(let node): return node
        case .failure(let unread):
            notes.add(unread.kind, at: Place(file: path, line: unread.line), unread.details)
            return nil
        }
    }

    private static func read(_ bytes: [UInt8], _ path: String) -> Result<Node, Unread> {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .failure(Unread(kind: .unreadableFile, line: 1))
        }
        do {
            // Every value is taken as the text that it is, so no rule guesses whether one is a number or a date.
            if let node = try Yams.compose(yaml: text, .basic, .default, .utf8) { return .success(node) }
            return .failure(Unread(kind: .expectedList, line: 1, details: ["key": path]))
        } catch let YamlError.duplicatedKeysInMapping(keys, context) {
            return .failure(
                Unread(
                    kind: .duplicateKey, line: context.mark.line,
                    details: ["key": keys.joined(separator: ", ")]))
        } catch let error as YamlError {
            return .failure(Unread(kind: .unreadableYAML, line: line(of: error)))
        } catch {
            return .failure(Unread(kind: .unreadableYAML, line: 1))
        }
    }

    private static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 1
        }
    }
}
