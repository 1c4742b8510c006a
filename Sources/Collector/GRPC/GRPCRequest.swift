import NIOCore
import NIOHPACK

/// What a call asks for: everything that its headers say.
struct GRPCRequest {
    let method: GRPCMethod
    /// Whether messages may be compressed, which is by gzip.
    let hasGzip: Bool
    /// After this the client does not wait any more; nil for as long as it takes.
    let timeout: TimeAmount?

    /// Why a call is not served.
    enum Fault: Error {
        /// It is not gRPC, and answered as HTTP.
        case http(status: Int)
        case status(GRPCStatus)
    }

    /// Reads the headers of a call, in the order in which faults are to be said.
    init(_ headers: HPACKHeaders, rules: RequestRules) throws(Fault) {
        guard headers.first(name: ":method") == "POST" else { throw .http(status: 405) }
        guard let type = headers.first(name: "content-type"), GRPCRequest.isProtobuf(type) else {
            throw .http(status: 415)
        }
        let hosts = headers[":authority"] + headers["host"]
        guard rules.areOurs(hosts) else { throw .status(GRPCStatus(.host)) }
        guard !headers.contains(name: "origin") else { throw .status(GRPCStatus(.origin)) }
        guard let method = headers.first(name: ":path").flatMap({ GRPCMethod(path: $0) }) else {
            throw .status(.unknownMethod)
        }
        self.method = method
        switch headers.first(name: "grpc-encoding") ?? "identity" {
        case "identity": hasGzip = false
        case "gzip": hasGzip = true
        default: throw .status(.encoding)
        }
        timeout = try GRPCRequest.timeout(headers)
    }

    private static func timeout(_ headers: HPACKHeaders) throws(Fault) -> TimeAmount? {
        guard let text = headers.first(name: "grpc-timeout") else { return nil }
        guard let timeout = GRPCTimeout.read(text) else { throw .status(.timeoutHeader) }
        return timeout
    }

    private static func isProtobuf(_ type: String) -> Bool {
        let name = type.lowercased().utf8.prefix { $0 != UInt8(ascii: ";") }.trimmingBlanks()
        return ["application/grpc", "application/grpc+proto"].contains { name.elementsEqual($0.utf8) }
    }
}
