import Catalog
import ReferralDomain
import Testing

/// The vocabulary as it was agreed: ids are added, never renamed or reused.
struct ContractTests {
    static let steps: [Phase: [String]] = [
        .safety: ["emergency-police", "emergency-medical"],
        .notify: [
            "notify-police", "notify-police-unit", "notify-prosecutor", "report-hotline", "report-misconduct",
            "notify-child-protection", "report-missing", "orient-violence", "report-place",
            "request-interpreter",
            "preserve-online-evidence",
        ],
        .prosecutor: [
            "prosecutor-attends", "open-inquiry", "explain-rights", "arrange-transfer", "convene-victim-unit",
            "forensic-examination",
        ],
        .protection: [
            "victim-assistance", "legal-aid", "protection-measures", "child-measure", "child-shelter",
            "child-court",
            "adult-shelter", "emergency-centre", "urgent-care-service", "health-care", "health-insurance",
            "coverage-complaint", "migration-protection", "consular-assistance", "refuge",
            "return-from-abroad",
            "repatriation", "labour-inspection", "identity-registration", "birth-certificate",
            "place-control",
        ],
        .followUp: [
            "reflection-period", "duty-integrity", "duty-rights-information", "duty-basic-support",
            "duty-free-assistance", "duty-safe-participation", "duty-case-information", "duty-return",
            "duty-repatriation", "duty-monitoring",
        ],
    ]

    static let facts = [
        "danger", "injury", "victim-present", "age", "gender", "in-flagrante", "sexual-exploitation",
        "labour-exploitation", "domestic-servitude", "begging", "forced-crime", "child-sale", "organ-removal",
        "other-exploitation", "nationality", "language", "identity-document", "missing-report",
        "official-implicated",
        "family-violence", "parental-care", "shelter-needed", "health-insurance", "coverage-denied",
        "danger-at-home",
        "abroad", "wants-return", "online-child-material", "forensic-requested", "police-answered",
        "prosecutor-answered", "dependants", "fiscal-district", "office-hours", "demuna-accredited",
    ]

    @Test func `every step of the vocabulary stands in its phase and its order`() throws {
        let content = try RealCatalog.catalog().content
        for phase in Phase.allCases {
            #expect(content.steps.filter { $0.phase == phase }.map(\.id.text) == Self.steps[phase])
        }
        #expect(content.steps.count == 50)
    }

    @Test func `every fact of the vocabulary is asked in its order`() throws {
        #expect(try RealCatalog.catalog().content.facts.map(\.id.text) == Self.facts)
    }

    @Test func `the deadlines run from D-01 to D-31 and the signs are fifty-six`() throws {
        let content = try RealCatalog.catalog().content
        let expected = (1...31).map { $0 < 10 ? "D-0\($0)" : "D-\($0)" }
        #expect(Set(content.deadlines.map(\.id.text)) == Set(expected))
        #expect(content.deadlines.count == 31)
        #expect(content.indicators.count == 56)
        #expect(content.duties.map(\.number) == Array(1...9))
        #expect(content.warnings.count == 4)
    }

    @Test func `the map is whole`() throws {
        let content = try RealCatalog.catalog().content
        let expected = [
            "lima-centro": 16, "lima-norte": 5, "lima-noroeste": 5, "lima-este": 8, "lima-sur": 11,
            "callao": 5,
        ]
        let found = Dictionary(grouping: content.districts, by: \.fiscalDistrict.text).mapValues(\.count)
        #expect(found == expected)
        for district in content.districts {
            #expect(district.id.text.hasPrefix(district.province == .lima ? "1501" : "0701"))
        }
    }

    @Test(arguments: [
        "939482768", "939479473", "080000205", "105", "106", "100", "114", "1810", "1818", "1884",
        "985144921",
        "944461246", "944458907", "960778667", "994800533", "940404512", "992459041", "984841161",
        "932876770",
        "932870914", "989308129", "994819213", "932871293", "941524326", "994833686", "994841146",
        "989321312",
        "932873976", "989260351", "989209329", "994840340", "932876567", "994840286", "994819530",
        "989252751",
        "994833640", "932974362", "932862476", "994833661", "994840257", "016255555", "080015170",
        "080016872",
    ])
    func `every number of the research is in the directory`(number: String) throws {
        #expect(try RealCatalog.catalog().content.contacts.contains { $0.value == number })
    }

    @Test func `the extensions of the manual stand behind the number of the ministry`() throws {
        let contacts = try RealCatalog.catalog().content.contacts
        for part in ["7908", "7907", "2424"] {
            #expect(contacts.contains { $0.value == "016255555" && $0.extension == part }, "\(part)")
        }
    }
}
