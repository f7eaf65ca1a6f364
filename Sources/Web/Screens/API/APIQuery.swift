import ReferralDomain

/// What was asked, read strictly: an unknown name or a value of another form is refused, not passed over.
struct APIQuery: Equatable, Sendable {
    private var texts: [APIParameter: String] = [:]
    private var numbers: [APIParameter: Int] = [:]
    private var truths: Set<APIParameter> = []
    private(set) var modifiedAfter: Instant?

    /// Reads the query of an address.
    ///
    /// - Throws: `.badRequest`.
    init(query: String?, allowed: [APIParameter]) throws(APIFault) {
        guard let query, !query.isEmpty else { return }
        let fields = FormFields(urlEncoded: query.utf8)
        guard fields.refused.isEmpty, fields.values.count == query.split(separator: "&").count else {
            throw .badRequest
        }
        for (name, value) in fields.values {
            guard let parameter = Self.parameter(name, allowed) else { throw .badRequest }
            try take(value, as: parameter)
        }
    }

    /// Reads a body; an empty object asks for everything.
    ///
    /// - Throws: `.badRequest`.
    init(body: [String: APIValue], allowed: [APIParameter]) throws(APIFault) {
        for (name, value) in body {
            guard let parameter = Self.parameter(name, allowed) else { throw .badRequest }
            switch (parameter.kind, value) {
            case (.truth, .truth(let truth)): if truth { truths.insert(parameter) }
            case (.number, .number(let number)): try take(String(number), as: parameter)
            case (.text, .text(let text)), (.word, .text(let text)), (.moment, .text(let text)):
                try take(text, as: parameter)
            case (.truth, .number), (.truth, .text), (.number, .truth), (.number, .text), (.text, .truth),
                (.text, .number), (.word, .truth), (.word, .number), (.moment, .truth), (.moment, .number):
                throw .badRequest
            }
        }
    }

    subscript(_ parameter: APIParameter) -> String? { texts[parameter] }

    func number(_ parameter: APIParameter) -> Int? { numbers[parameter] }

    func isOn(_ parameter: APIParameter) -> Bool { truths.contains(parameter) }

    private static func parameter(_ name: String, _ allowed: [APIParameter]) -> APIParameter? {
        APIParameter(rawValue: name).flatMap { allowed.contains($0) ? $0 : nil }
    }

    private mutating func take(_ text: String, as parameter: APIParameter) throws(APIFault) {
        switch parameter.kind {
        case .text(let most):
            let scalars = text.unicodeScalars
            guard (1...most).contains(scalars.count),
                scalars.allSatisfy({ $0.properties.generalCategory != .control })
            else { throw .badRequest }
            texts[parameter] = text
        case .number(let range):
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(text),
                range.contains(number)
            else { throw .badRequest }
            numbers[parameter] = Int(number)
        case .word(let words):
            guard words.contains(text) else { throw .badRequest }
            texts[parameter] = text
        case .moment:
            guard let instant = Instant(rfc3339: text) else { throw .badRequest }
            modifiedAfter = instant
        case .truth:
            guard text == "true" || text == "false" else { throw .badRequest }
            if text == "true" { truths.insert(parameter) }
        }
    }
}
