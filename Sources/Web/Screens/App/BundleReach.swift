import Catalog
import JSON

/// Whom to call of each institution, in office hours and outside, by the place of the contact in the list: the same order
/// that the pages of the server show. A district holds only what differs from Lima and Callao as a whole.
struct BundleReach {
    let catalog: ProtocolCatalog

    var json: JSON {
        let base = lists(nil)
        var districts: [JSON.Member] = []
        for district in catalog.content.districts {
            let own = lists(district)
            let different = own.filter { entry in base[entry.key] != entry.value }
            guard !different.isEmpty else { continue }
            districts.append(JSON.Member(district.id.text, Self.object(different)))
        }
        return ["base": Self.object(base), "districts": .object(districts)]
    }

    /// Both lists of one institution.
    private struct Pair: Equatable {
        let office: [Int]
        let outside: [Int]
        var isEmpty: Bool { office.isEmpty && outside.isEmpty }
    }

    private func lists(_ district: District?) -> [String: Pair] {
        var lists: [String: Pair] = [:]
        for institution in catalog.content.institutions {
            lists[institution.id.text] = Pair(
                office: numbers(institution.id, district, true),
                outside: numbers(institution.id, district, false))
        }
        return lists
    }

    private func numbers(
        _ institution: Identifier<Institution>, _ district: District?, _ isOfficeTime: Bool
    ) -> [Int] {
        catalog.contacts(of: [institution], serving: district, isOfficeTime: isOfficeTime)
            .compactMap { catalog.content.contacts.position(of: $0.id) }
    }

    private static func object(_ lists: [String: Pair]) -> JSON {
        .object(
            lists.sorted { $0.key < $1.key }.map { entry in
                let both = [entry.value.office, entry.value.outside].map { numbers in
                    JSON.array(numbers.map { .integer(Int64($0)) })
                }
                return JSON.Member(entry.key, .array(both))
            })
    }
}
