/// Both spellings of the standard: the spreadsheet's `prs_FirstName`, and the survey's `prs_First_Name`.
enum HTCDSSpelling {
    /// The name of a column as the spreadsheet has it; nil where it is none of ours.
    static func column(_ spelled: String) -> String? { columns[key(spelled)] }

    /// A method of control that stands in a column of its own, as the field definitions have it, in the words of the list.
    static func method(_ spelled: String) -> String? {
        let found = key(spelled)
        guard
            let start = [key("vic_MethodsOfControl"), key("MethodsOfControl")].first(where: found.hasPrefix)
        else { return nil }
        return methods[String(found.dropFirst(start.count))]
    }

    /// The value of a list that a text means, whatever its case, hyphens and underscores.
    static func value(_ spelled: String, in allowed: [String]) -> String? {
        let wanted = key(spelled)
        return allowed.first { key($0) == wanted }
            ?? synonyms[wanted].flatMap { allowed.contains($0) ? $0 : nil }
    }

    private static func key(_ text: some StringProtocol) -> String {
        FoldedText.of(String(text)).filter { $0 != "_" && $0 != "-" && $0 != " " && $0 != "/" }
    }

    private static let columns = Dictionary(
        HTCDSSheet.columns.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })

    /// The seventeen flags of the field definitions, in the sixteen words of the spreadsheet.
    ///
    /// Two flags have no word there: a restricted movement and a threat of no named kind are `Other`.
    private static let methods: [String: String] = [
        "debtbondage": "DebtBondage", "takesearnings": "TakesEarnings",
        "restrictsfinancialaccess": "RestrictsFinancialAccess", "threats": "Other",
        "psychologicalabuse": "PsychologicalAbuse", "physicalabuse": "PhysicalAbuse",
        "sexualabuse": "SexualAbuse", "falsepromises": "FalsePromises",
        "psychoactivesubstances": "PsychoactiveSubstance", "restrictsmovement": "Other",
        "restrictsmedicalcare": "RestrictsMedicalCare", "excessiveworkinghours": "ExcessiveWorkingHours",
        "useschildren": "ThreatensChildrenFamily", "threatoflawenforcement": "ThreatsLawEnforcement",
        "withholdsnecessities": "WithholdsNecessities", "withholdsdocuments": "WithholdsDocuments",
        "other": "Other",
    ]

    /// Words of the other list of methods.
    private static let synonyms: [String: String] = [
        "psychoactivesubstances": "PsychoactiveSubstance", "threatoflawenforcement": "ThreatsLawEnforcement",
        "useschildren": "ThreatensChildrenFamily", "threats": "Other", "restrictsmovement": "Other",
    ]
}
