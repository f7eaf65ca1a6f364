import CaseRegister

/// What the form of the handover says: which cases, each as it was seen, and the account of who takes them.
struct HandoverForm: Sendable {
    /// The version of each case that is to be handed over, as it stood on the page.
    let chosen: [CaseID: Int]
    /// The account of who takes them, as it was typed.
    let account: String

    init(_ fields: FormFields) {
        var chosen: [CaseID: Int] = [:]
        for (name, value) in fields.values where name.hasPrefix(Self.mark) {
            guard let id = try? CaseID(reading: String(name.dropFirst(Self.mark.count))) else { continue }
            chosen[id] = Int(value) ?? 0
        }
        self.chosen = chosen
        account = fields[SecondSignature.accountField] ?? ""
    }

    /// The name of the box of one case.
    static func box(_ id: CaseID) -> String { mark + id.text }

    private static let mark = "caso-"
}
