import Catalog

extension CallsModel.Role {
    /// Who is called, in one word or two.
    func name(in texts: Texts) -> String {
        let words = Words<CallsText>(texts)
        return switch self {
        case .danger: words[.roleDanger]
        case .injury: words[.roleInjury]
        case .police: words[.rolePolice]
        case .policeUnit: words[.rolePoliceUnit]
        case .prosecutor: words[.roleProsecutor]
        case .child: words[.roleChild]
        case .misconduct: words[.roleMisconduct]
        case .body(let name): name
        }
    }
}
