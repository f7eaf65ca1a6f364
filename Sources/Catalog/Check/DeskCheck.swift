import ReferralDomain

/// What the desks work with: lists of codes, the ladder, who may open what, who must not be told, versions of law.
struct DeskCheck {
    let content: CatalogContent

    /// Ids that these items name and nobody knows.
    var references: [Finding] {
        let sources = Set(content.sources.map(\.id))
        let institutions = Set(content.institutions.map(\.id))
        var found: [Finding] = []
        for code in content.codes.flatMap(\.codes) { found += unknown(code.sources, sources, code.place) }
        for row in content.compartments {
            found += unknown([row.id], institutions, row.place) + unknown(row.sources, sources, row.place)
        }
        for row in content.implicated {
            found += unknown(row.institutions, institutions, row.place)
            found += unknown(row.sources, sources, row.place)
        }
        return found + consentSteps
    }

    var findings: [Finding] {
        lists + ladder + compartments + implicated + content.deadlines.flatMap(versions)
    }

    /// The ids that the program itself names, by list: each must be there, and no other.
    static let closed: [String: [String]] = [
        "channels": Channel.allCases.map(\.rawValue),
        "referral-states": ReferralState.allCases.map(\.rawValue),
        "roles": Role.allCases.map(\.rawValue),
        "proof-kinds": ["account", "link", "spoken-code", "signature"],
        "consent-purposes": ["care", "identity", "consulate", "shelter", "health", "return", "contact"],
        "override-codes": ["vital-interest", "child", "legal-duty"],
        "rungs": ["reminder", "supervisor", "superior", "secretariat", "dossier"],
        "obligation-kinds": [
            "claim", "acknowledge", "accept", "serve", "review", "custody", "duty", "monitor", "rights",
            "stop",
            "goal", "glass", "reroute",
        ],
        "safe-words": ["received", "on-the-way", "in-good-hands", "thanks"],
    ]

    /// The lists that a desk chooses from; what stands in them is free.
    static let open = [
        "rejection-reasons", "hold-reasons", "recall-reasons", "recipient-change-reasons", "pause-reasons",
        "release-reasons", "closing-reasons", "reopening-reasons", "reveal-reasons", "search-reasons",
        "glass-reasons", "glass-verdicts", "shred-reasons", "custody-end-reasons", "retelling-reasons",
        "languages", "goals", "fields", "consent-steps", "incident-kinds", "incident-data",
        "image-kinds",
    ]

    /// Lists of what is sealed.
    private static let sealed: Set<String> = ["fields", "image-kinds"]

    /// Lists of which every code needs a law or a compartment or a purpose to lean on.
    private static let lawful: Set<String> = ["release-reasons", "override-codes", "shred-reasons"]

    private var lists: [Finding] {
        let start = Place(file: "codes", line: 1)
        var found: [Finding] = []
        for id in Self.open + Self.closed.keys where content.codes[Identifier(id)] == nil {
            found.append(Finding(.missingFile, at: start, ["path": "codes/\(id).yaml"]))
        }
        for list in content.codes { found += codes(of: list) }
        return found
    }

    private func codes(of list: CodeList) -> [Finding] {
        var found: [Finding] = []
        var seen: Set<String> = []
        for code in list.codes {
            if !seen.insert(code.id).inserted {
                found.append(Finding(.duplicateCode, at: code.place, ["id": code.id]))
            }
            if Self.lawful.contains(list.id.text), code.sources.isEmpty {
                found.append(Finding(.noSource, at: code.place))
            }
            if Self.sealed.contains(list.id.text), code.compartment == nil {
                found.append(Finding(.missingKey, at: code.place, ["key": "compartment"]))
            }
            if let known = Self.closed[list.id.text], !known.contains(code.id) {
                found.append(Finding(.unknownID, at: code.place, ["id": code.id]))
            }
        }
        for id in Self.closed[list.id.text] ?? [] where !seen.contains(id) {
            found.append(Finding(.missingCode, at: list.place, ["id": id]))
        }
        return found
    }

    private var consentSteps: [Finding] {
        let steps = Set(content.steps.map(\.id.text))
        let purposes = content.codes["consent-purposes"]?.codes.map(\.id) ?? []
        return (content.codes["consent-steps"]?.codes ?? []).flatMap { code in
            var found: [Finding] = []
            if !steps.contains(code.id) { found.append(Finding(.unknownID, at: code.place, ["id": code.id])) }
            if !purposes.contains(code.purpose ?? "") {
                found.append(Finding(.unknownID, at: code.place, ["id": code.purpose ?? "purpose"]))
            }
            return found
        }
    }

    /// Every kind of obligation has its five rungs, none before the one below.
    private var ladder: [Finding] {
        let kinds = Self.closed["obligation-kinds"] ?? []
        var found: [Finding] = []
        for row in content.ladder {
            if !kinds.contains(row.id.text) {
                found.append(Finding(.unknownID, at: row.place, ["id": row.id.text]))
            }
            let rungs = row.rungsMilliseconds
            if rungs.count != 5 || zip(rungs, rungs.dropFirst()).contains(where: { $0 > $1 }) {
                found.append(Finding(.ladderShape, at: row.place, ["id": row.id.text]))
            }
            if row.id == "serve", row.keepInLoopMilliseconds == nil {
                found.append(Finding(.missingKey, at: row.place, ["key": "keep_in_loop"]))
            }
        }
        let start = Place(file: "ladder.yaml", line: 1)
        return found
            + kinds.filter { content.ladder[Identifier($0)] == nil }.map {
                Finding(.missingCode, at: start, ["id": $0])
            }
    }

    /// Nobody is sent a case while it is not said what they may open.
    private var compartments: [Finding] {
        content.institutions.filter { content.compartments[$0.id] == nil }.map {
            Finding(.noCompartmentRow, at: $0.place, ["id": $0.id.text])
        }
    }

    private var implicated: [Finding] {
        let start = Place(file: "implicated.yaml", line: 1)
        let values = content.facts["official-implicated"]?.values.map(\.id) ?? []
        return values.filter { content.implicated[Identifier($0)] == nil }.map {
            Finding(.noImplicatedRow, at: start, ["id": $0])
        }
            + content.implicated.filter { !values.contains($0.id.text) }.map {
                Finding(.unknownID, at: $0.place, ["id": $0.id.text])
            }
    }

    /// One term at most is counted, and earlier laws stand before the day of the newer one.
    private func versions(_ deadline: Deadline) -> [Finding] {
        var found: [Finding] = []
        for terms in [deadline.terms] + deadline.earlier.map(\.terms)
        where terms.filter({ $0.counts == true }).count > 1 {
            found.append(Finding(.twoTermsCount, at: deadline.place, ["id": deadline.id.text]))
        }
        let days = [deadline.since] + deadline.earlier.map(\.from)
        let isInOrder = zip(days, days.dropFirst()).allSatisfy { newer, older in
            guard let newer else { return false }
            return older.map { $0 < newer } ?? true
        }
        if !isInOrder || days.last != .some(nil) {
            found.append(Finding(.versionOrder, at: deadline.place, ["id": deadline.id.text]))
        }
        return found
    }

    private func unknown<Subject>(
        _ ids: [Identifier<Subject>], _ known: Set<Identifier<Subject>>, _ place: Place
    ) -> [Finding] {
        ids.filter { !known.contains($0) }.map { Finding(.unknownID, at: place, ["id": $0.text]) }
    }
}
