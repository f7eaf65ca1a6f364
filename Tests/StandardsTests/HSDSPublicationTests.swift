import Catalog
import JSON
import Testing

@testable import Standards

/// The published directory keeps the rules of HSDS, and says nothing of where a shelter is.
struct HSDSPublicationTests {
    private func publication() throws -> HSDSPublication { HSDSPublication(try House.catalog()) }

    @Test func `every id is a UUID and stands once, and every reference leads somewhere`() throws {
        let published = try publication()
        for (name, records) in published.files {
            #expect(!records.isEmpty, "\(name)")
            #expect(Set(records.map(\.id)).count == records.count, "\(name)")
            #expect(
                records.allSatisfy { NameUUID.isUUID($0.id) && $0.full["id"]?.string == $0.id }, "\(name)")
        }
        let organizations = Set(published.organizations.map(\.id))
        let services = Set(published.services.map(\.id))
        let terms = Set(published.terms.map(\.id))
        for service in published.services {
            #expect(service.organization.map(organizations.contains) == true)
            #expect(service.terms.allSatisfy(terms.contains))
        }
        for found in published.servicesAtLocations {
            #expect(found.full["service_id"]?.string.map(services.contains) == true)
        }
    }

    @Test func `the same catalogue is published in the same bytes`() throws {
        let (first, second) = (try publication(), try publication())
        for (left, right) in zip(first.files, second.files) { #expect(left.records == right.records) }
    }

    @Test func `a shelter has no number, no page and no place, only its broker`() throws {
        let catalog = try House.catalog()
        let shelters = catalog.content.institutions.filter { $0.kind == .shelter }
        #expect(!shelters.isEmpty)
        let published = try publication()
        for shelter in shelters {
            let services = published.services.filter { $0.organization == HSDSParts.id(of: shelter) }
            #expect(services.count == 1)
            for service in services {
                for member in ["phones", "url", "email", "contacts"] { #expect(service.full[member] == nil) }
                let location = service.full["service_at_locations"]?[0]?["location"]
                #expect(location?["location_type"] == "virtual")
                for member in ["addresses", "latitude", "longitude"] { #expect(location?[member] == nil) }
                let broker = try #require(
                    shelter.reachedThrough.first.flatMap { catalog.content.institutions[$0] })
                #expect(service.full["application_process"]?.string?.contains(broker.name) == true)
            }
        }
    }

    @Test func `a number that nobody has tried says so, and one that was tried has its day`() throws {
        for service in try publication().services where service.full["phones"] != nil {
            #expect((service.full["assured_date"] == nil) == (service.full["alert"] != nil))
        }
    }

    @Test(arguments: [1, 2, 7, 50, 500])
    func `the pages of a list are the list, each object once`(perPage: Int) throws {
        let records = try publication().services
        var question = HSDSQuestion()
        question.perPage = perPage
        let pages = (records.count + perPage - 1) / perPage
        var seen: [String] = []
        for page in 1...pages {
            question.page = page
            let shown = question.page(of: records)
            #expect(shown["total_items"]?.integer == Int64(records.count))
            #expect(shown["total_pages"]?.integer == Int64(pages))
            #expect(shown["first_page"]?.boolean == (page == 1))
            #expect(shown["last_page"]?.boolean == (page == pages))
            seen += (shown["contents"]?.array ?? []).compactMap { $0["id"]?.string }
        }
        #expect(seen == records.map(\.id))
        question.page = pages + 1
        #expect(question.page(of: records)["empty"]?.boolean == true)
    }

    @Test func `a search needs neither accents nor capitals, and all its words`() throws {
        let records = try publication().organizations
        var question = HSDSQuestion()
        question.search = "COMISARIA"
        let found = question.matches(in: records)
        #expect(!found.isEmpty && found.count < records.count)
        question.search = "comisaría zzzz"
        #expect(question.matches(in: records).isEmpty)
    }
}
