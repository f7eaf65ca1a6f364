import HTTPTypes
import JSON
import Testing

@testable import Web

/// The description says what the router does: it is made from the same table.
struct APIDocumentTests {
    @Test func `every operation is described once, with an example and its faults`() async throws {
        let document = APIDocument(site: Site(catalog: try Town.catalog(), settings: WebSettings())).json
        #expect(document["openapi"] == "3.1.0")
        let paths = try #require(document["paths"]?.object)
        #expect(paths.count == APIPath.allCases.count)
        var names: Set<String> = []
        for (path, member) in zip(APIPath.allCases, paths) {
            #expect(member.key == path.rawValue.replacing(":id", with: "{id}"))
            let wanted = path.methods.filter { $0 != .head }.map { $0.rawValue.lowercased() }
            #expect(member.value.object?.map(\.key) == wanted)
            for operation in member.value.object ?? [] {
                let name = try #require(operation.value["operationId"]?.string)
                #expect(names.insert(name).inserted, "\(name)")
                #expect((operation.value["responses"]?["401"] != nil) == (path.scope != nil))
                for answer in operation.value["responses"]?["200"]?["content"]?.object ?? [] {
                    let schema = try #require(answer.value["schema"]?["$ref"]?.string)
                    let known = schema.split(separator: "/").last.map(String.init) ?? ""
                    #expect(document["components"]?["schemas"]?[known] != nil, "\(known)")
                    let hasExample =
                        answer.key.hasSuffix("json") && path != .openapi
                        && !answer.key.hasSuffix("ndjson")
                    #expect((answer.value["example"] == nil) == !hasExample, "\(path) \(answer.key)")
                }
            }
        }
    }

    @Test func `an address is one of people or one of programs`() {
        for path in APIPath.allCases {
            #expect(PagePattern(matching: path.rawValue) == nil && APIPath.isAsked(path.rawValue))
            #expect(APIPath(matching: path.rawValue) == path)
        }
        #expect(!PagePattern.allCases.contains { APIPath.isAsked($0.rawValue) })
    }
}
