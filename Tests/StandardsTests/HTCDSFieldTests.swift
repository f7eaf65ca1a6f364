import Catalog
import Testing

@testable import Standards

/// The table of the standard is whole.
struct HTCDSFieldTests {
    @Test func `there are 84 fields, 40 of them core and 3 deprecated, each with its holding`() {
        let all = HTCDSField.all
        #expect(all.count == 84 && Set(all.map(\.name)).count == 84)
        #expect(all.count(where: \.isCore) == 40 && all.count(where: \.isDeprecated) == 3)
        for field in all {
            #expect(field.values.isEmpty == (field.kind != .choice && field.kind != .choices))
        }
        #expect(!all.contains { $0.isDeprecated && $0.holding == .held })
    }

    @Test func `no name, document, contact or story has a column that leaves the house`() {
        let personal = [
            "FirstName", "MiddleName", "SecondName", "Birthdate", "IdentityNumber", "Email", "Phone",
            "Mailing", "Comment", "Description", "Salutation",
        ]
        for field in HTCDSField.all where field.name.hasPrefix("prs_") || field.name.hasPrefix("cco_") {
            guard personal.contains(where: field.name.contains) else { continue }
            #expect(field.holding == .sealed, "\(field.name)")
        }
    }

    @Test func `every word of the crosswalk is a word of the standard and of the catalogue`() throws {
        let content = try House.catalog().content
        func values(_ name: String) -> [String] { HTCDSField.all.first { $0.name == name }?.values ?? [] }
        for (fact, type) in HTCDSCrosswalk.exploitations {
            #expect(content.facts[Identifier(fact)]?.position(ofValue: "yes") != nil, "\(fact)")
            #expect(values("vic_TypeOfExploitation").contains(type), "\(type)")
        }
        for type in values("vic_TypeOfExploitation") {
            #expect(content.facts[Identifier(HTCDSCrosswalk.fact(ofExploitation: type))] != nil, "\(type)")
        }
        for (sign, method) in HTCDSCrosswalk.methodOfSign {
            #expect(content.indicators[Identifier(sign)] != nil, "\(sign)")
            #expect(values("vic_MethodsOfControl").contains(method), "\(method)")
        }
        for (sign, way) in HTCDSCrosswalk.recruitmentOfSign {
            #expect(content.indicators[Identifier(sign)] != nil, "\(sign)")
            #expect(values("vic_MethodOfRecruitment").contains(way), "\(way)")
        }
        for (ours, standard) in HTCDSCrosswalk.genders {
            #expect(content.facts["gender"]?.position(ofValue: ours) != nil)
            if let standard { #expect(HTCDSCrosswalk.gender(ofStandard: standard) == ours) }
        }
        for kind in Institution.Kind.allCases {
            guard let type = HTCDSCrosswalk.organization(kind) else { continue }
            #expect(values("org_Type").contains(type), "\(type)")
        }
    }
}
