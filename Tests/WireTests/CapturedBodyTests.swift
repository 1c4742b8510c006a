import Domain
import OTLPMessages
import SwiftProtobuf
import Testing
import Wire

@Suite struct CapturedBodyTests {
    @Test func everyBodyReadsAsTheGeneratedDecoderReadsIt() throws {
        let bodies = try CapturedBody.all()
        #expect(bodies.count > 200)
        for body in bodies {
            switch body.signal {
            case .traces:
                let batch = try OTLP.traces(protobuf: body.bytes)
                let lines = Lines.of(try OTLPExportTraceServiceRequest(serializedBytes: body.bytes))
                #expect(Lines.of(batch) == lines, "\(body)")
                #expect(batch.rejected == nil)
                #expect(batch.spans.allSatisfy { $0.flags.isEmpty || $0.flags == .duplicateKey }, "\(body)")
            case .logs:
                let batch = try OTLP.logs(protobuf: body.bytes)
                #expect(
                    Lines.of(batch) == Lines.of(try OTLPExportLogsServiceRequest(serializedBytes: body.bytes)),
                    "\(body)")
            case .metrics:
                let request = try OTLPExportMetricsServiceRequest(serializedBytes: body.bytes)
                #expect(try OTLP.metrics(protobuf: body.bytes).count == request.dataPoints, "\(body)")
            }
        }
    }
}
