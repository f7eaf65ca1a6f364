import CaseRegister

extension Rung {
    /// The id of the rung in the list of the catalogue.
    var word: String {
        switch self {
        case .reminder: "reminder"
        case .supervisor: "supervisor"
        case .superior: "superior"
        case .secretariat: "secretariat"
        case .dossier: "dossier"
        }
    }
}
