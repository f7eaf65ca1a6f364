import Yams

/// One file of the catalogue, read but not yet understood.
struct CatalogFile {
    /// The path below the catalogue's folder.
    let path: String
    let bytes: [UInt8]

    /// The folder or file name that decides what the items are: `steps`, `levels.yaml`.
    var kind: String { path.split(separator: "/").first.map(String.init) ?? path }

    func place(of node: Node) -> Place { Place(file: path, line: node.mark?.line ?? 1) }

    var start: Place { Place(file: path, line: 1) }

    /// The file's root, or nil after a finding: not UTF-8, not YAML, or empty.
    func root(_ notes: ReadingNotes) -> Node? {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            notes.add(.unreadableFile, at: start)
            return nil
        }
        do {
            // Every value is taken as the text that it is, so no rule guesses whether one is a number or a date.
            if let node = try Yams.compose(yaml: text, .basic, .default, .utf8) { return node }
            notes.add(.expectedList, at: start, ["key": path])
        } catch let YamlError.duplicatedKeysInMapping(keys, context) {
            notes.add(
                .duplicateKey, at: Place(file: path, line: context.mark.line),
                ["key": keys.joined(separator: ", ")])
        } catch let error as YamlError {
            notes.add(.unreadableYAML, at: Place(file: path, line: Self.line(of: error)))
        } catch {
            notes.add(.unreadableYAML, at: start)
        }
        return nil
    }

    private static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 1
        }
    }
}
