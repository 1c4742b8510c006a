import Domain
import Foundation
import Testing

/// What whoever was woken does with an alert: looks at it, hands it over, sends its traces.
@Suite struct AlertCommandTests {
    @Test("headframe handover says what is wrong, since when, what changed and which calls have it")
    func handover() throws {
        let scene = try AlarmedTraffic()
        let alert = try scene.alert()
        #expect(try scene.traffic.ask("mark", "deploy 4711", "--service", "support-bot").status == 0)
        let urgent = try scene.traffic.ask("handover")
        #expect(urgent.status == 0, "\(urgent.errors)")
        let failed = scene.traffic.calls.filter(\.isError).map(\.traceID)
        for part in ["failing calls", "deploy 4711", "gpt-4o-mini", "headframe"] {
            #expect(urgent.output.contains(part), "\(part) is missing:\n\(urgent.output)")
        }
        #expect(failed.contains { urgent.output.contains($0) }, "no failed call is named:\n\(urgent.output)")
        let named = try scene.traffic.ask("handover", alert.id.description)
        #expect(named.status == 0 && named.output.contains("failing calls"))

        #expect(try scene.traffic.ask("handover", "nonsense").status == 64)
        let unknown = try scene.traffic.ask("handover", "000000000001")
        #expect(unknown.status == 66 && unknown.errors.contains("000000000001"))
    }

    @Test("headframe screenshot draws the alerts and the incident, and knows no other pane")
    func screenshot() throws {
        let scene = try AlarmedTraffic()
        _ = try scene.alert()
        let alerts = try scene.traffic.ask("screenshot", "alerts", "--size", "100x30")
        #expect(alerts.status == 0 && alerts.output.contains("error rate"), "\(alerts.output)\(alerts.errors)")
        let incident = try scene.traffic.ask("screenshot", "incident", "--size", "100x30")
        #expect(incident.status == 0 && incident.output.contains("Worst requests"), "\(incident.output)")
        #expect(incident.output.contains("page"))
        let unknown = try scene.traffic.ask("screenshot", "kitchen")
        #expect(unknown.status == 64 && unknown.errors.contains("incident"))
    }

    @Test("in the console ! and Enter lead to the incident, and :export incident writes its traces and marks")
    func export() throws {
        let scene = try AlarmedTraffic()
        _ = try scene.alert()
        #expect(try scene.traffic.ask("mark", "deploy 4711").status == 0)
        let window = try TerminalWindow(columns: 140, rows: 40)
        try window.runConsole(scene.traffic.store, until: "▲ 1 page")
        try window.type("!")
        try window.wait(for: "failing calls")
        try window.press("Enter")
        try window.wait(for: "Worst requests")
        let file = scene.traffic.directory.path + "/incident.db"
        try window.type(":export incident \(file)")
        try window.press("Enter")
        try window.wait(for: "24 traces, 24 spans")
        let stats: Stats = try headframe(["stats", "--json", "--last", "1h", "--store", file]).decoded()
        #expect(stats.total.calls == 24 && stats.total.errors == 4)
        let screen = try headframe(["screenshot", "--last", "1h", "--size", "140x40", "--store", file])
        #expect(screen.output.contains("▼ deploy 4711"), "\(screen.output)")
        try window.type(":export incident \(file)")
        try window.press("Enter")
        try window.wait(for: "incident not written")
    }
}
