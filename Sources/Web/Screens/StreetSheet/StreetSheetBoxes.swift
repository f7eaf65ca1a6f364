import CaseRegister
import Catalog

/// The boxes of the street sheet, in the order in which they are marked.
struct StreetSheetBoxes: Sendable {
    let groups: [Group]
    /// What each code means.
    let meanings: [String: BoxMeaning]

    /// One question, or the signs together.
    struct Group: Equatable, Sendable {
        let question: String
        let boxes: [Box]
    }

    struct Box: Equatable, Sendable {
        let code: String
        let label: String
        let meaning: BoxMeaning
    }

    init(_ content: CatalogContent) {
        let words = Words<SeenText>(content.texts)
        var groups = Self.before.compactMap { content.facts[$0] }.map(Self.group)
        groups.append(
            Group(
                question: words[.people],
                boxes: PeopleCount.allCases.map { count in
                    Self.box(.people(count.rawValue), SeenView.label(of: count, in: content.texts))
                }))
        groups += Self.seen.compactMap { content.facts[$0] }.map(Self.group)
        let kinds = content.facts.filter { $0.group == Self.exploitation }
        groups.append(
            Group(
                question: words[.exploitation],
                boxes: kinds.map { fact in
                    let label = fact.values.first { $0.id == "yes" }?.label ?? fact.question
                    return Self.box(.fact(fact.id.text, value: "yes"), label)
                }))
        groups.append(
            Group(
                question: words[.signs],
                boxes: content.indicators.filter(\.isOnStreet).map { sign in
                    Self.box(.sign(sign.id.text), sign.short ?? sign.text)
                }))
        groups += Self.after.compactMap { content.facts[$0] }.map(Self.group)
        self.groups = groups
        meanings = Dictionary(
            groups.flatMap(\.boxes).map { ($0.code, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    }

    private static func group(_ fact: Fact) -> Group {
        Group(
            question: fact.question,
            boxes: fact.values.map { box(.fact(fact.id.text, value: $0.id), $0.label) })
    }

    private static func box(_ meaning: BoxMeaning, _ label: String) -> Box {
        Box(code: BoxCode(of: meaning).text, label: label, meaning: meaning)
    }

    /// What is looked at before anything else.
    private static let before: [Identifier<Fact>] = [.danger, .injury, .victimPresent]
    private static let seen: [Identifier<Fact>] = [.age, .inFlagrante]
    /// Who may be part of it, and who answered.
    private static let after: [Identifier<Fact>] = [
        .officialImplicated, .policeAnswered, .prosecutorAnswered,
    ]
    private static let exploitation = "exploitation"
}
