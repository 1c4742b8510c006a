import Domain
import Foundation

/// The sample traffic under rules of a test, and the alerts that fire because of it.
struct AlarmedTraffic {
    let traffic: SampleTraffic

    /// Fires as soon as the sample traffic is looked at, of which a sixth failed.
    static let failingCalls = """
        alerts:
          built_in: false
          rules:
            - {name: failing calls, measure: error_rate, over: 5m, page: "> 1%", for: 0s, fewest_calls: 5}

        """

    init(_ configuration: String = failingCalls) throws { traffic = try SampleTraffic(configuration: configuration) }

    /// How things stand when `condition` holds. Rules are looked at every ten seconds.
    @discardableResult
    func board(when condition: (AlertBoard) -> Bool) throws -> AlertBoard {
        var board = AlertBoard()
        try waitUntil("alerts; there are \(board)", within: .seconds(60)) {
            let ending = try traffic.ask("alerts", "list", "--json")
            board = (try? JSON(parsing: ending.output)).flatMap { AlertBoard($0) } ?? AlertBoard()
            return condition(board)
        }
        return board
    }

    /// The alert of `failingCalls`.
    func alert() throws -> Alert {
        let board = try board { $0.alerts.contains(where: \.isActive) }
        guard let alert = board.alerts.first else { throw Failure("there is no alert") }
        return alert
    }
}
