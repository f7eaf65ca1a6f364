import ReferralDomain
import Yams

extension Scene {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        kind = item.choice("kind", Kind.self, else: .street)
        title = item.plain("title")
        district = item.id("district")
        at = Self.moment(item)
        seen = item.plainList("seen")
        isPresumed = item.flag("presumed")
        people = item.choice("people", People.self, else: .unknown)
        facts = Self.facts(item)
        signs = item.ids("signs")
        decoys = item.conditional("decoys") { part in
            Decoy(sign: part.id("sign"), because: part.plain("because"))
        }
        control = Self.control(item)
        questions = item.conditional("questions") { part in
            Question(
                ask: part.plain("ask"),
                options: part.conditional("options") { option in
                    Option(
                        say: option.plain("say"), isRight: option.flag("right"), conduct: option.id("conduct")
                    )
                })
        }
    }

    private static func moment(_ item: ItemReader) -> Instant {
        let words = item.text("at")
        if let moment = Instant(rfc3339: words) { return moment }
        item.notes.add(.badDate, at: item.place("at"), ["value": words])
        return Instant(millisecondsSinceEpoch: 0)
    }

    private static func facts(_ item: ItemReader) -> [Answer] {
        guard let node = item.required("facts") else { return [] }
        guard let mapping = node.mapping else {
            item.notes.add(.expectedMap, at: item.place(of: node))
            return []
        }
        return mapping.map { key, value in
            Answer(fact: Identifier(item.scalar(key, "facts")), value: item.scalar(value, "facts"))
        }
    }

    private static func control(_ item: ItemReader) -> Control {
        let empty = Control(level: "", first: [], also: [])
        guard let node = item.required("control") else { return empty }
        return item.nested(node) { part in
            Control(level: part.id("level"), first: part.ids("first"), also: part.ids("also"))
        }
    }
}
