import Domain
import Testing

/// What `promtool check metrics` looks for, so that the tests need no Prometheus.
@Suite struct MetricsTests {
    private struct Family {
        var kind: String
        var samples: [(name: String, labels: String, value: Double)] = []
    }

    private func families(_ text: String) throws -> [String: Family] {
        #expect(text.hasSuffix("\n"))
        var families: [String: Family] = [:]
        var current = ""
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 3)
            if line.hasPrefix("# HELP ") {
                current = String(words[2])
                #expect(families[current] == nil, "\(current) stands twice")
                #expect(words.count == 4, "\(current) has no help")
            } else if line.hasPrefix("# TYPE ") {
                #expect(words[2] == current)
                families[current] = Family(kind: String(words[3]))
            } else {
                let space = try #require(line.lastIndex(of: " "))
                let (series, value) = (line[..<space], line[line.index(after: space)...])
                let name = String(series.prefix { $0 != "{" })
                #expect(name.hasPrefix(current))
                #expect(name.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
                let number = value == "+Inf" ? .infinity : Double(value)
                families[current]?.samples.append(
                    (name, String(series.dropFirst(name.count)), try #require(number, "\(line)")))
            }
        }
        return families
    }

    @Test("the text is what Prometheus expects")
    func syntax() throws {
        let collector = try TestCollector()
        _ = try collector.ask(HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent([1]))))
        _ = try collector.ask(HTTPText.post("/nowhere"))
        let answer = try collector.ask(HTTPText.get("/metrics"))
        #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        let families = try families(answer.text)
        for (name, family) in families {
            #expect(!family.samples.isEmpty, "\(name)")
            #expect(Set(family.samples.map { $0.name + $0.labels }).count == family.samples.count, "\(name)")
            #expect((family.kind == "counter") == name.hasSuffix("_total"), "\(name)")
            let suffixes =
                ["histogram": ["_bucket", "_sum", "_count"], "summary": ["_sum", "_count"]][family.kind] ?? [""]
            #expect(family.samples.allSatisfy { sample in suffixes.contains { sample.name == name + $0 } }, "\(name)")
            if family.kind == "histogram" {
                let buckets = family.samples.filter { $0.name.hasSuffix("_bucket") }
                #expect(buckets.map(\.value) == buckets.map(\.value).sorted(), "\(name)")
                #expect(buckets.last?.labels.hasSuffix(#"le="+Inf"}"#) == true)
            }
        }
        #expect(families["headframe_http_responses_total"]?.samples.first { $0.labels == #"{code="404"}"# }?.value == 1)
        #expect(families["headframe_received_items_total"]?.samples.first?.value == 1)
        #expect((families["process_resident_memory_bytes"]?.samples.first?.value ?? 0) > 1e6)
        #expect((families["process_start_time_seconds"]?.samples.first?.value ?? 0) > 1.7e9)
        #expect((families["process_open_fds"]?.samples.first?.value ?? 0) > 3)
    }

    @Test("what LLM calls add up to is counted by what they count as, and promtool finds no fault")
    func calls() throws {
        let collector = try TestCollector()
        let usage = OTLPBody.attribute("gen_ai.usage.input_tokens", "100")
        _ = try collector.ask(
            HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent([1, 2, 3], extra: usage))))
        let text = try collector.ask(HTTPText.get("/metrics")).text
        let labels = #"{environment="default",service="bot",model="gpt-4o",release=""}"#
        let families = try families(text)
        func value(_ family: String, _ sample: String) -> Double? {
            families[family]?.samples.first { $0.name + $0.labels == sample }?.value
        }
        #expect(value("headframe_llm_calls_total", "headframe_llm_calls_total" + labels) == 3)
        #expect(value("headframe_llm_errors_total", "headframe_llm_errors_total" + labels) == 0)
        let histogram = "headframe_llm_duration_seconds"
        #expect(value(histogram, histogram + "_count" + labels) == 3)
        #expect(value(histogram, histogram + "_sum" + labels) == 1.5)
        let half = #"_bucket{environment="default",service="bot",model="gpt-4o",release="",le="0.5"}"#
        #expect(value(histogram, histogram + half) == 3)
        guard let promtool = try DebianProgram("prometheus", "promtool") else { return }
        let answer = try promtool.run(["check", "metrics"], input: text, in: collector.store)
        #expect(answer.status == 0)
        #expect(answer.text == "")
    }

    @Test("a real Prometheus scrapes it and answers with the numbers of calls")
    func scraped() throws {
        guard let prometheus = try DebianProgram("prometheus") else { return }
        let collector = try TestCollector()
        _ = try collector.ask(HTTPText.post("/v1/traces", OTLPBody.request(OTLPBody.recent([1, 2, 3]))))
        let (folder, port) = (collector.store.path, try FreePort.number())
        TestFile.write(
            """
            global: {scrape_interval: 1s}
            scrape_configs: [{job_name: headframe, static_configs: [{targets: ["127.0.0.1:\(collector.port)"]}]}]

            """, to: folder + "/prometheus.yml")
        let process = try prometheus.start([
            "--config.file=\(folder)/prometheus.yml", "--storage.tsdb.path=\(folder)/tsdb",
            "--web.listen-address=127.0.0.1:\(port)",
        ])
        defer { process.end() }
        func value(_ query: String) throws -> String? {
            guard let client = try? RawClient(port: port) else { return nil }
            client.send(HTTPText.get("/api/v1/query?query=\(query)"))
            guard let answer = try? client.answer(), answer.status == 200 else { return nil }
            return try JSON(parsing: answer.text)["data"]?["result"]?.array?.first?["value"]?.array?.last?.string
        }
        try waitUntil { try value("headframe_llm_calls_total") == "3" }
        #expect(try value("up") == "1")
        #expect(try value("headframe_llm_duration_seconds_sum") == "1.5")
    }
}
