import Domain
import Foundation
import Glibc
import Testing

/// What waits for a receiver when the daemon is killed.
@Suite struct DeliveryCrashTests {
    /// One notification for each model: the receiver writes down the id of what it is told, and hangs until there is a gate.
    private static func configuration(_ directory: String) -> String {
        """
        alerts:
          built_in: false
          receivers:
            - name: book
              command: [/bin/sh, -c, "echo $HEADFRAME_DELIVERY >> \(directory)/heard; test -e \(directory)/gate || sleep 12"]
          rules:
            - {name: any call, measure: calls, over: 15m, page: "< 1M", for: 0s, fewest_calls: 1, by: [model], group: [model]}

        """
    }

    @Test("kill -9 with deliveries waiting: each arrives after the restart, and only what was under way comes twice")
    func kill() throws {
        let place = try TemporaryDirectory()
        let scene = try AlarmedTraffic(Self.configuration(place.path))
        func heard() -> [String] {
            let text = (try? String(contentsOfFile: place.path + "/heard", encoding: .utf8)) ?? ""
            return text.split(separator: "\n").map(String.init)
        }
        try scene.board { $0.receivers.first?.waiting == 2 }
        try waitUntil("the receiver is told something") { !heard().isEmpty }
        scene.traffic.daemon.process.send(SIGKILL)
        _ = try scene.traffic.daemon.process.end()
        let before = heard()
        #expect(Set(before).count == 1, "the second waits behind the first")

        try Data().write(to: URL(filePath: place.path + "/gate"))
        let again = try scene.traffic.anotherDaemon(configuration: Self.configuration(place.path))
        let board = try scene.board { $0.receivers.first?.delivered == 2 }
        #expect(board.receivers.first?.waiting == 0 && board.receivers.first?.lost == 0)
        let after = Array(heard().dropFirst(before.count))
        #expect(after.count == 2 && Set(after).count == 2)
        #expect(Set(before).isSubset(of: after), "what comes twice has the id that it had")
        withExtendedLifetime(again) {}
    }
}
