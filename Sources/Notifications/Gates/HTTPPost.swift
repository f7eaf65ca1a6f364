public import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request to a gateway: no redirect is followed, no long answer is read, nobody waits for ever.
public struct HTTPPost: Sendable {
    let client: HTTPClient
    let seconds: Int64

    init(_ client: HTTPClient, seconds: Int64 = 20) {
        self.client = client
        self.seconds = seconds
    }

    /// What came back.
    ///
    /// - Parameter name: the start of the word of the outcome: `sms` gives `sms-503`.
    func send(
        _ body: String, to url: String, method: HTTPMethod = .POST, headers: [(String, String)],
        as name: String
    ) async -> GateOutcome {
        var request = HTTPClientRequest(url: url)
        request.method = method
        request.headers = HTTPHeaders(headers)
        if method != .GET { request.body = .bytes(ByteBuffer(string: body)) }
        do {
            let response = try await client.execute(request, timeout: .seconds(seconds))
            return Self.outcome(of: Int(response.status.code), as: name)
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout {
            return .later("\(name)-no-answer")
        } catch {
            return .later("\(name)-unreachable")
        }
    }

    /// A 404 or a 410 says that there is no such receiver; every other refusal may be ours and may pass.
    static func outcome(of status: Int, as name: String) -> GateOutcome {
        switch status {
        case 200...299: .taken
        case 404, 410: .refused("\(name)-\(status)")
        default: .later("\(name)-\(status)")
        }
    }

    /// A client that follows nothing and closes what is idle.
    public static func client() -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(20)))
        configuration.httpVersion = .http1Only
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }
}
