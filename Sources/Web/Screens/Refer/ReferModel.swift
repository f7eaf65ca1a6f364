import CaseRegister
import Catalog
import ReferralDomain

/// What the page of referring shows: the steps of the route of a case, with what was chosen of them.
struct ReferModel: Sendable {
    let scene: CaseScene
    let rules: ProtocolRules
    /// The person that the referrals are about; nil for the whole case, or where it has nobody yet.
    let person: PersonID?
    let rows: [ReferRow]
    /// Whom nobody may tell, and why; nil where no authority is implicated.
    let excluded: ImplicatedRow?
    /// Whether a person was named who is none of the case.
    let isStranger: Bool
    /// The units to which a key of the case is still on its way.
    var waiting: [UnitID] = []

    /// - Parameters:
    ///   - fields: what was sent; nil for a page that is opened.
    ///   - draw: gives a fresh id to a row that has none yet.
    init(_ scene: CaseScene, _ rules: ProtocolRules, _ fields: FormFields?, draw: () -> ReferralID) {
        let people = Self.people(of: scene)
        let named = (fields?[ReferField.person]).flatMap { text in
            text.isEmpty || text == ReferField.wholeCase ? nil : text
        }
        let found = named.flatMap { text in people.first { $0.text == text } }
        // One person is meant without saying so; among several, what nobody is named for is about all of them.
        let person = found ?? (people.count == 1 ? people.first : nil)
        self.scene = scene
        self.rules = rules
        self.person = person
        isStranger = named != nil && found == nil
        let book = ReferBook(scene, rules, about: person)
        excluded = book.excluded
        let reading = ReferReading(
            scene: scene, rules: rules, book: book, person: person, fields: fields)
        let steps = (try? scene.names.catalog.route(of: scene.situation))?.steps ?? []
        rows = steps.compactMap { step in reading.row(of: step, draw: draw) }
    }

    /// The persons about whom something may be sent.
    var people: [PersonID] { Self.people(of: scene) }

    /// What goes out: the chosen rows, also those that the register has already.
    var chosen: [ReferRow] { rows.filter(\.isChosen) }

    /// What the page before sending shows: whom each chosen step goes to, by which way, and about whom.
    ///
    /// - Parameter seen: the version of the case that the page was made of.
    func shown(at seen: Int?) -> String {
        let told = chosen.map { "\($0.name)=\($0.recipient.value),\($0.channel.rawValue)" }.sorted()
        return ([seen.map(String.init) ?? "", person?.text ?? ""] + told).joined(separator: " ")
    }

    /// The chosen rows that cannot go as they stand: a body that is not to be chosen, or a missing reason.
    var wrong: [ReferRow] { chosen.filter { $0.refusal != nil || $0.isReasonMissing } }

    /// What is due and stays behind: it is not chosen.
    var left: [ReferRow] { rows(.due).filter { !$0.isChosen } }

    /// Whether a row has a box: without the yes of the only person meant it could only be refused.
    func isOffered(_ row: ReferRow) -> Bool {
        switch row.place {
        case .due, .toKnow: true
        case .lacksConsent: row.isChosen || people.count > 1
        case .sent: false
        }
    }

    /// Why nothing at all can be sent from this case now; nil where something can.
    var standing: Refusal? {
        if scene.may(.refer) { return nil }
        return scene.state.stage == .unclaimed ? .notOwner : .closed
    }

    /// The rows of a heading.
    func rows(_ place: ReferRow.Place) -> [ReferRow] { rows.filter { $0.place == place } }

    /// The rows for which an adult has not agreed.
    var lackingConsent: [ReferRow] {
        rows.filter { row in
            switch row.place {
            case .lacksConsent: true
            case .due, .toKnow, .sent: false
            }
        }
    }

    var act: CaseAct { .refer(chosen.map { $0.referral(about: person) }) }

    /// What was sent that is none of the page's choices.
    var formRefusal: Refusal? {
        if isStranger { return .notAWord(field: "person") }
        // Somebody else sent it meanwhile: it is neither asked twice nor dropped without a word.
        if chosen.contains(where: { $0.place == .sent && scene.state.referral($0.id) == nil }) {
            return .overtaken(seen: scene.state.version, stands: scene.state.version)
        }
        return chosen.lazy.compactMap(\.refusal).first
    }

    /// Why this cannot be sent as it stands; nil where the register would take it now.
    var refusal: Refusal? {
        if let formRefusal { return formRefusal }
        let decision = Decision(
            state: scene.state, id: scene.id, by: scene.acting, at: scene.now, rules: rules)
        return decision.outcome(of: act).refusal
    }

    private static func people(of scene: CaseScene) -> [PersonID] {
        scene.state.people.filter { !$0.isShredded }.map(\.id)
    }
}
