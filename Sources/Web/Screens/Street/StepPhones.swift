import Catalog
import HTML
import ReferralDomain

/// The numbers behind steps of a route, the one most likely to be answered now first.
struct StepPhones {
    let catalog: ProtocolCatalog
    let route: Route

    /// The numbers of some steps, each once; a body that is reached through another brings the other's number.
    func cards(of steps: [RouteStep?]) -> [CallCard] {
        let lines = steps.compactMap { $0 }.flatMap(\.contacts).flatMap(lines)
        let inOrder = lines.enumerated().sorted {
            ($0.element.wait, $0.offset) < ($1.element.wait, $1.offset)
        }
        var seen: Set<String> = []
        return inOrder.map(\.element.card).filter { seen.insert($0.address.text).inserted }
    }

    private struct Line {
        let card: CallCard
        /// 0 answers now, 1 may answer, 2 is closed, 3 and more does not work.
        let wait: Int
    }

    private func lines(to contact: Contact) -> [Line] {
        guard contact.kind == .broker else {
            return CallCard(contact).map { [Line(card: $0, wait: wait(contact))] } ?? []
        }
        let broker = Identifier<Institution>(contact.value)
        return catalog.contacts(of: [broker], serving: route.district, isOfficeTime: isOfficeTime)
            .compactMap { line in
                let wait = wait(contact) + (line.isFailing ? Self.failing : 0)
                return CallCard(line, label: contact.label).map { Line(card: $0, wait: wait) }
            }
    }

    private func wait(_ contact: Contact) -> Int {
        contact.wait(isOfficeTime: isOfficeTime) + (contact.isFailing ? Self.failing : 0)
    }

    /// What does not work waits longer than what is closed.
    private static let failing = 3

    private var isOfficeTime: Bool { catalog.calendar.isOpen(at: LimaTime(route.situation.at)) }
}

extension Identifier<Step> {
    static let emergencyPolice: Self = "emergency-police"
    static let emergencyMedical: Self = "emergency-medical"
    static let notifyPolice: Self = "notify-police"
    static let notifyPoliceUnit: Self = "notify-police-unit"
    static let notifyProsecutor: Self = "notify-prosecutor"
    static let notifyChildProtection: Self = "notify-child-protection"
    static let reportMisconduct: Self = "report-misconduct"
    static let reportHotline: Self = "report-hotline"
}

extension Identifier<Fact> {
    static let danger: Self = "danger"
    static let injury: Self = "injury"
    static let victimPresent: Self = "victim-present"
    static let age: Self = "age"
    static let inFlagrante: Self = "in-flagrante"
    static let officialImplicated: Self = "official-implicated"
    static let policeAnswered: Self = "police-answered"
    static let prosecutorAnswered: Self = "prosecutor-answered"
}
