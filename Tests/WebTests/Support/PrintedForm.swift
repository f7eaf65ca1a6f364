import HTTPTypes

@testable import Web

/// One form as a page prints it: where it goes and everything that it would send.
struct PrintedForm: Sendable {
    let path: String
    let isPost: Bool
    /// Every field with the value that stands in it.
    let fields: [String: String]
    /// The buttons that say which was pressed.
    let buttons: [(name: String, value: String)]

    /// The page that it goes to; nil for an address that no page of ours has.
    var pattern: PagePattern? { PagePattern(matching: path) }

    /// How it is told apart from other forms of the same page: by the verb in it.
    var name: String {
        let verb = Self.verbs.compactMap { fields[$0] }.first ?? ""
        let method = isPost ? "POST" : "GET"
        return "\(method) \(pattern?.rawValue ?? path) \(verb)".trimmingSpaces
    }

    private static let verbs = [
        ActForm.actField, AccountRoutes.verbField, ActField.sealedField.rawValue, "paso",
    ]

    /// What a browser would send with one field typed otherwise.
    func sent(_ field: String, _ text: String) -> [String: String] {
        var sent = fields
        if let button = buttons.first { sent[button.name] = button.value }
        sent[field] = text
        return sent
    }
}

extension Visit {
    /// The forms of the page.
    var forms: [PrintedForm] {
        html.matches(of: /<form([^>]*)>(.*?)<\/form>/.dotMatchesNewlines()).map { form in
            let tag = String(form.output.1)
            return PrintedForm(
                path: Self.attribute("action", of: tag) ?? "", isPost: tag.contains("method=\"post\""),
                fields: Self.fields(of: String(form.output.2)),
                buttons: form.output.2.matches(of: /<button([^>]*)>/).compactMap { button in
                    let tag = String(button.output.1)
                    return Self.attribute("name", of: tag).map {
                        ($0, Self.attribute("value", of: tag) ?? "")
                    }
                })
        }
    }

    /// Nothing in it runs but our own scripts: no handler in any tag, no foreign picture, no address that is code.
    var isInert: Bool {
        let tags = html.matches(of: /<[a-zA-Z][^>]*>/).map { String($0.output).lowercased() }
        let scripts = tags.filter { $0.hasPrefix("<script") }
        let isOurs = scripts.allSatisfy { script in
            ["ruta", "desk", "manual"].contains { script.hasPrefix("<script src=\"/assets/\($0).") }
        }
        let bare = tags.map(Self.withoutQuoted)
        let isCode = tags.contains { tag in
            ["href", "src", "action"].contains { tag.contains("\($0)=\"javascript:") }
        }
        let location = headers[.location] ?? "/"
        let isAway = !location.hasPrefix("/") || location.hasPrefix("//")
        let isQuiet = bare.allSatisfy { !$0.contains(/\son|alert/) }
        return isOurs && !isCode && !isAway && isQuiet && !html.contains("<img")
    }

    /// A tag without what stands in its double quotes: every second part.
    private static func withoutQuoted(_ tag: String) -> String {
        let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    }

    private static func fields(of form: String) -> [String: String] {
        var fields: [String: String] = [:]
        for input in form.matches(of: /<(?:input|textarea)([^>]*)>/) {
            let tag = String(input.output.1)
            guard let name = attribute("name", of: tag) else { continue }
            let isBox = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"")
            if isBox, !tag.contains(" checked"), fields[name] != nil { continue }
            fields[name] = attribute("value", of: tag) ?? ""
        }
        for list in form.matches(of: /<select([^>]*)>(.*?)<\/select>/.dotMatchesNewlines()) {
            guard let name = attribute("name", of: String(list.output.1)) else { continue }
            let chosen =
                list.output.2.firstMatch(of: /value="([^"]*)" selected/)
                ?? list.output.2.firstMatch(of: /value="([^"]+)"/)
            fields[name] = chosen.map { String($0.output.1) } ?? ""
        }
        return fields
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
        let value = String(tag[start.upperBound...].prefix { $0 != "\"" })
        return value.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}

extension String {
    fileprivate var trimmingSpaces: String { hasSuffix(" ") ? String(dropLast()) : self }
}
