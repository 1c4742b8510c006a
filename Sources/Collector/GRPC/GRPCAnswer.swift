import NIOCore
import NIOHPACK
import NIOHTTP2

/// How a call is answered.
enum GRPCAnswer {
    /// OK, with a message.
    case message([UInt8])
    case failure(GRPCStatus)
    /// To what is not gRPC, without a status of gRPC.
    case http(status: Int)

    /// The frames that say it on a stream; the last of them ends our side.
    func frames(on stream: HTTP2StreamID) -> [HTTP2Frame] {
        switch self {
        case .message(let message):
            var data = ByteBuffer()
            data.reserveCapacity(message.count + 5)
            data.writeInteger(UInt8(0))
            data.writeInteger(UInt32(clamping: message.count))
            data.writeBytes(message)
            return [
                .headers(GRPCAnswer.head, on: stream, isLast: false),
                HTTP2Frame(streamID: stream, payload: .data(.init(data: .byteBuffer(data)))),
                .headers(["grpc-status": "0"], on: stream, isLast: true),
            ]
        case .failure(let status):
            var headers = GRPCAnswer.head
            headers.add(name: "grpc-status", value: String(status.code.rawValue))
            headers.add(name: "grpc-message", value: PercentEncoding.encode(status.message))
            let details = status.detailBytes
            if !details.isEmpty { headers.add(name: "grpc-status-details-bin", value: Base64.encode(details)) }
            return [.headers(headers, on: stream, isLast: true)]
        case .http(let status):
            return [.headers([":status": String(status), "content-length": "0"], on: stream, isLast: true)]
        }
    }

    private static let head: HPACKHeaders = [
        ":status": "200", "content-type": "application/grpc", "grpc-accept-encoding": "identity,gzip",
    ]
}

extension HTTP2Frame {
    fileprivate static func headers(_ headers: HPACKHeaders, on stream: HTTP2StreamID, isLast: Bool) -> HTTP2Frame {
        HTTP2Frame(streamID: stream, payload: .headers(.init(headers: headers, endStream: isLast)))
    }
}
