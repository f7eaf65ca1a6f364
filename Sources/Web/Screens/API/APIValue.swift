import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// One value of a question that came in a body: `12` and `12.0` are the same number, as JSON Schema says.
enum APIValue: Decodable, Equatable, Sendable {
    case truth(Bool)
    case number(Int64)
    case text(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Int64.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    /// The members of a body of JSON.
    ///
    /// - Throws: `.badRequest` where it is no object of such values, `WebFault.tooLarge` beyond the limit.
    static func members(of request: Request) async throws -> [String: APIValue] {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > AppAnswer.mostBytes {
            throw WebFault.tooLarge
        }
        let body = try await request.body.collect(upTo: AppAnswer.mostBytes)
        let data = Data(body.readableBytesView)
        guard let members = try? JSONDecoder().decode([String: APIValue].self, from: data) else {
            throw APIFault.badRequest
        }
        return members
    }
}
