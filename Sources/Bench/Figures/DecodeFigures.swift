import Domain
import OTLPMessages
import SwiftProtobuf
import Wire

/// OTLP into rows that outlive the request, every field looked at, UTF-8 checked: the wire reader beside swift-protobuf.
struct DecodeFigures {
    let runs: Int
    let prose: Prose

    func measure() throws -> [Figure] {
        let load = try Load(.flat, series: 8, spans: 60 * PayloadMaker.spansPerRequest, prose: prose, seed: 5)
        let bytes = load.requests.reduce(0) { $0 + $1.count }
        var ours: [Double] = []
        var theirs: [Double] = []
        var sums: Set<UInt64> = []
        for _ in 0..<runs {
            ours.append(
                try Stopwatch.seconds { sums.insert(try load.requests.reduce(0) { $0 &+ (try checksum(wire: $1)) }) })
            theirs.append(
                try Stopwatch.seconds {
                    sums.insert(try load.requests.reduce(0) { $0 &+ (try checksum(reference: $1)) })
                })
        }
        let ratio = theirs.median / ours.median
        let rate = { (seconds: Double) in
            "\(Int(Double(load.spans) / seconds / 1000))k spans/s, \(Int(Double(bytes) / seconds / 1e6)) MB/s"
        }
        return [
            Figure(
                "OTLP decode into owned rows", rate(ours.median),
                reference: "swift-protobuf \(rate(theirs.median)), \(decimals(ratio, 1)) ×", reach: "≥ 5 ×",
                isReached: ratio >= 5 && sums.count == 1)
        ]
    }

    /// Looks at every field of every span; equal for equal spans, so that neither reader can leave something out.
    private func checksum(wire bytes: [UInt8]) throws -> UInt64 {
        let batch = try OTLP.traces(protobuf: bytes)
        var sum: UInt64 = 0
        for span in batch.spans {
            sum &+=
                span.traceID.low &+ span.spanID.value &+ span.start &+ span.end &+ UInt64(span.encoded.isEmpty ? 1 : 0)
            sum &+= UInt64(truncatingIfNeeded: span.kind) &+ UInt64(truncatingIfNeeded: span.statusCode)
            for attribute in span.attributes {
                sum &+= UInt64(attribute.keySlice.count)
                switch attribute.value.record {
                case .string(let slice), .bytes(let slice): sum &+= UInt64(slice.count)
                case .int(let number): sum &+= UInt64(bitPattern: number)
                case .double(let number): sum &+= number.bitPattern
                case .bool(let value): sum &+= value ? 1 : 0
                case .array(let range): sum &+= UInt64(range.count)
                case .keyValueList(let range): sum &+= UInt64(range.count)
                case .empty: break
                }
            }
        }
        return sum
    }

    private func checksum(reference bytes: [UInt8]) throws -> UInt64 {
        let request = try OTLPExportTraceServiceRequest(serializedBytes: bytes)
        var sum: UInt64 = 0
        for span in request.resourceSpans.lazy.flatMap(\.scopeSpans).flatMap(\.spans) {
            let low = span.traceID.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let id = span.spanID.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            sum &+= low &+ id &+ span.startTimeUnixNano &+ span.endTimeUnixNano
            sum &+= UInt64(span.kind.rawValue) &+ UInt64(span.status.code.rawValue)
            for attribute in span.attributes {
                sum &+= UInt64(attribute.key.utf8.count)
                switch attribute.value.value {
                case .stringValue(let text)?: sum &+= UInt64(text.utf8.count)
                case .bytesValue(let data)?: sum &+= UInt64(data.count)
                case .intValue(let number)?: sum &+= UInt64(bitPattern: number)
                case .doubleValue(let number)?: sum &+= number.bitPattern
                case .boolValue(let value)?: sum &+= value ? 1 : 0
                case .arrayValue(let array)?: sum &+= UInt64(array.values.count)
                case .kvlistValue(let list)?: sum &+= UInt64(list.values.count)
                case nil: break
                }
            }
        }
        return sum
    }
}
