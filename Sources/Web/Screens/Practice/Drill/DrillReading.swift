import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// A form of a drill as it came in.
struct DrillReading: Sendable {
    let scene: Scene
    let pass: DrillPass
    /// The address of the number that was pressed, if any.
    let pressed: String?
    let saysNoCase: Bool
    /// Which option was taken to each question.
    let choices: [Int?]

    /// Reads the fields against the catalogue.
    ///
    /// - Parameter fresh: the id of a drill that begins here.
    /// - Throws: `.unreadable` for a scene or a code that no page of ours sends.
    init(
        _ fields: FormFields, _ content: CatalogContent, fresh: RecordID<DrillResult>, now: Instant
    ) throws(WebFault) {
        guard let scene = fields[PracticeField.scene].flatMap({ content.scenes[Identifier($0)] }),
            let shift = fields[PracticeField.shift].flatMap(ShiftCode.init)
        else { throw .unreadable }
        let id = fields[PracticeField.drill].flatMap { try? RecordID<DrillResult>(reading: $0) }
        let dialled = Self.dialled(content)
        var trail = DrillTrail(
            reading: fields[PracticeField.trail] ?? "", dialled: Set(dialled.keys))
        pressed = fields[PracticeField.call].flatMap { dialled[$0] == nil ? nil : $0 }
        if let pressed { trail.call(pressed) }
        pass = DrillPass(
            scene: scene.id, title: scene.title, seen: scene.seen, shift: shift, id: id ?? fresh,
            begun: Self.begun(fields, now), trail: trail, pressed: pressed.flatMap { dialled[$0] })
        self.scene = scene
        saysNoCase = fields[PracticeField.noCase] == PracticeField.yes
        choices = scene.questions.indices.map { number in
            fields[PracticeField.question(number)].flatMap(Int.init).flatMap {
                scene.questions[number].options.indices.contains($0) ? $0 : nil
            }
        }
    }

    /// Every number of the directory: how it is said, by what dials it.
    private static func dialled(_ content: CatalogContent) -> [String: String] {
        let pairs = content.contacts.compactMap { contact in
            contact.dialAddress.map { ($0.text, contact.spokenDigits) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// When the drill began, where that is believable: within the last day.
    private static func begun(_ fields: FormFields, _ now: Instant) -> Instant? {
        guard let milliseconds = fields[PracticeField.begun].flatMap(Int64.init) else { return now }
        let age = now.millisecondsSinceEpoch.subtractingReportingOverflow(milliseconds)
        guard !age.overflow, (0...86_400_000).contains(age.partialValue) else { return nil }
        return Instant(millisecondsSinceEpoch: milliseconds)
    }
}
