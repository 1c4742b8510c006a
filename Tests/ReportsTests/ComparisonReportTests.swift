import Comparison
import Domain
import Reports
import Testing

@Suite("Reports on comparisons")
struct ComparisonReportTests {
    private func comparison(_ old: String, _ new: String) -> PromptComparison {
        func side(_ number: Int, _ text: String) -> ComparedVersion {
            ComparedVersion(
                name: String(number), facts: "<i>\(number)</i>",
                prompt: Prompt(name: "p", messages: [PromptMessage(role: "system", text: text)]))
        }
        let effect = Effect(
            .score("<faithful>"), source: .offline, scale: .difference, a: 0.9, b: 0.8, countA: 200, countB: 200,
            change: -0.1, interval: -0.2 ... -0.05)
        return PromptComparison(name: "a<b>&\"c\"", old: side(6, old), new: side(7, new), effects: [effect])
    }

    @Test("the page says whether to ship before anything else, and what differs")
    func content() throws {
        let html = ComparisonReport(comparison("Answer briefly.", "Answer at length.")).html
        let advice = try #require(html.firstRange(of: "DO NOT SHIP 7"))
        let text = try #require(html.firstRange(of: "<h2>Text</h2>"))
        #expect(advice.lowerBound < text.lowerBound)
        #expect(html.contains("briefly") && html.contains("at length"))
        #expect(html.contains("worse ◂ 0 ▸ better"))
        #expect(html.contains("prefers-color-scheme: dark"))
    }

    @Test(
        "nothing of a prompt is read as HTML",
        arguments: [
            "<script>alert(1)</script>", "</pre><img src=x onerror=alert(1)>", "&lt;script&gt;", "\u{1B}[31m\u{202E}",
            "\"'><svg onload=alert(1)>",
        ])
    func escaping(attack: String) {
        let html = ComparisonReport(comparison(attack, attack + " more " + attack)).html
        for tag in ["<script", "<img", "<svg", "<i>", "a<b>", "\u{1B}", "\u{202E}"] {
            #expect(!html.contains(tag), "\(tag)")
        }
        let opened = html.split(separator: "<").filter { $0.hasPrefix("pre>") }.count
        #expect(opened == html.split(separator: "<").filter { $0.hasPrefix("/pre>") }.count)
        // A page that needs nothing else asks for nothing else.
        #expect(!html.contains("http://") && !html.contains("https://"))
    }
}
