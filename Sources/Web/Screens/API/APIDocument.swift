import Catalog
import HTTPTypes
import JSON
import Standards

/// The description of the interface (OpenAPI 3.1), made from the same table as the router, with an example of each answer.
struct APIDocument {
    let site: Site

    private var words: Words<APIText> { Words(site.texts) }

    var json: JSON {
        let schemas = (try? JSON(parsing: PackageResources.Schemas_json)) ?? .object([])
        return [
            "openapi": "3.1.0",
            "info": [
                "title": .string(words[.title]), "version": .string(site.catalog.edition.version),
                "description": .string(words[.about]),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "paths": .object(APIPath.allCases.map { JSON.Member(Self.template($0), item($0)) }),
            "components": [
                "schemas": schemas,
                "securitySchemes": [
                    "key": ["type": "http", "scheme": "bearer"],
                    "password": ["type": "http", "scheme": "basic"],
                ],
            ],
        ]
    }

    /// `/api/hsds/services/{id}`.
    private static func template(_ path: APIPath) -> String {
        path.rawValue.split(separator: "/").map { part in
            "/" + (part.first == ":" ? "{\(part.dropFirst())}" : String(part))
        }.joined()
    }

    private func item(_ path: APIPath) -> JSON {
        .object(
            path.methods.filter { $0 != .head }.map { method in
                JSON.Member(method.rawValue.lowercased(), operation(path, method))
            })
    }

    private func operation(_ path: APIPath, _ method: HTTPRequest.Method) -> JSON {
        let isPost = method == .post
        var members: [JSON.Member] = [
            .init("operationId", .string("\(path)" + (isPost ? "-search" : ""))),
            .init("summary", .string(words[path.summary])),
        ]
        let parameters = Self.ids(path) + (isPost ? [] : path.parameters.map(Self.parameter))
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if isPost { members.append(.init("requestBody", Self.body(path))) }
        members.append(.init("responses", .object(responses(path, method))))
        members.append(.init("security", path.scope == nil ? [] : [["key": []], ["password": []]]))
        return .object(members)
    }

    private static func ids(_ path: APIPath) -> [JSON] {
        guard path.rawValue.contains(":") else { return [] }
        return [
            ["name": "id", "in": "path", "required": true, "schema": ["type": "string", "minLength": 1]]
        ]
    }

    private static func parameter(_ parameter: APIParameter) -> JSON {
        ["name": .string(parameter.rawValue), "in": "query", "required": false, "schema": parameter.schema]
    }

    private static func body(_ path: APIPath) -> JSON {
        let properties = path.parameters.map { JSON.Member($0.rawValue, $0.schema) }
        let schema: JSON = [
            "type": "object", "properties": .object(properties), "additionalProperties": false,
        ]
        return ["required": true, "content": .object([JSON.Member(APIPath.json, ["schema": schema])])]
    }

    private func responses(_ path: APIPath, _ method: HTTPRequest.Method) -> [JSON.Member] {
        let content = path.answers.map { answer in
            var members = [
                JSON.Member("schema", ["$ref": .string("#/components/schemas/" + answer.schema)])
            ]
            if let example = APIExample(site: site).of(path, as: answer.media) {
                members.append(.init("example", example))
            }
            return JSON.Member(answer.media, .object(members))
        }
        let good: JSON = ["description": .string(words[.answered]), "content": .object(content)]
        return [JSON.Member("200", good)]
            + faults(path, method).map { code, word in
                let problem: JSON = ["schema": ["$ref": "#/components/schemas/Problem"]]
                return JSON.Member(
                    code,
                    [
                        "description": .string(words[word]),
                        "content": .object([JSON.Member(APIFault.media, problem)]),
                    ])
            }
    }

    private func faults(_ path: APIPath, _ method: HTTPRequest.Method) -> [(String, APIText)] {
        var faults: [(String, APIText)] = [("400", .badRequest)]
        if path.scope != nil { faults.append(("401", .unauthorized)) }
        if path.scope != nil || path.rawValue.contains(":") { faults.append(("404", .notFound)) }
        if method == .post { faults += [("413", .tooLarge), ("415", .mediaType)] }
        return faults + [("429", .tooMany)]
    }
}
