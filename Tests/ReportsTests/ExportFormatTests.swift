import Domain
import Reports
import Testing

/// Exported rows, read back by a reader of its own.
@Suite struct ExportFormatTests {
    static let texts = [
        "plain", "", "a,b", "say \"hi\"", "\"", "two\nlines", "two\r\nlines", "=1+1", "+cmd", "-2", "-x", "@sum", "\tx",
        "\rx",
        "'quoted", "=\"a,b\"\n", ",", "漢字, “so”", "3.5", "\u{202E}rev",
    ]

    private func row(_ text: String, _ other: String) throws -> RequestRow {
        var row = try ReportTests.request()
        (row.call.service, row.call.requestModel, row.call.context.user) = (text, other, text)
        (row.call.context.promptName, row.call.context.promptVersion) = (other, text)
        row.call.errorType = other
        row.call.finishReasons = [text, other]
        return row
    }

    /// What a spreadsheet is given for `text`.
    private func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil
        else { return text }
        return "'" + text
    }

    @Test func csvIsReadBackFieldByField() throws {
        var file = ""
        var expected: [[String]] = []
        for (index, text) in Self.texts.enumerated() {
            let row = try row(text, Self.texts[(index + 7) % Self.texts.count])
            let members = row.exported(as: .csv)
            if file.isEmpty {
                file += ExportFormat.csv.header(of: members.map(\.name))
                expected.append(members.map(\.name))
            }
            file += ExportFormat.csv.line(members)
            expected.append(
                members.map { member in
                    switch member.value {
                    case .null: ""
                    case .string(let text): harmless(text)
                    default: member.value.text
                    }
                })
        }
        let records = CSVReader(file).records
        #expect(records == expected)
        #expect(Set(records.map(\.count)).count == 1)
    }

    @Test func jsonLinesAreReadBackExactly() throws {
        let rows = try Self.texts.map { try row($0, "x") }
        let lines = rows.map { ExportFormat.jsonLines.line($0.exported(as: .jsonLines)) }
        for (line, text) in zip(lines, Self.texts) {
            #expect(line.unicodeScalars.count(where: { $0 == "\n" }) == 1 && line.hasSuffix("\n"))
            #expect(line.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isHostile })
            #expect(try JSON(parsing: line)["service"]?.string == text)
        }
    }

    @Test func hostileScalarsAreSpelledOutAndMeanTheSame() throws {
        var text = ""
        for value in [0xE0B0, 0xF8FF, 0xFFFE, 0x1FFFF, 0xF0000, 0x10FFFD, 0xFDD0, 0x1B, 0x202E] as [UInt32] {
            text.unicodeScalars.append(try #require(Unicode.Scalar(value)))
        }
        let written = JSON.string(text).text
        #expect(written.utf8.allSatisfy { 0x20..<0x7F ~= $0 })
        #expect(try JSON(parsing: written) == .string(text))
    }

    @Test func shapeOfExportedRows() throws {
        let row = try ReportTests.request()
        #expect(ExportFormat.jsonLines.line(row.exported(as: .jsonLines)) == row.json.text + "\n")
        #expect(
            ExportFormat.csv.header(of: row.exported(as: .csv).map(\.name))
                == "trace_id,span_id,start,duration_ms,service,environment,operation,provider,request_model,response_model,release,"
                + "prompt_name,prompt_version,session,user,status,error_type,input_tokens,output_tokens,cache_read_tokens,"
                + "cache_write_tokens,reasoning_tokens,cost_usd,cost_source,ttft_ms,finish_reasons,scores,dialect\r\n")
        let score = try #require(row.scores.first)
        #expect(
            ExportFormat.jsonLines.line(score.exported)
                == #"{"trace_id":null,"span_id":null,"response_id":null,"name":"faithfulness","value":0.5,"label":null,"explanation":null,"source":null,"error_type":null,"time":"2026-11-24T00:00:00.000000000Z","service":"bot","environment":"prod"}"#
                + "\n")
    }
}
