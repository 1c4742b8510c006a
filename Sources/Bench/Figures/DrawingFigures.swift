import Console
import Domain
import Drawing

/// What a screen costs before the terminal sees it.
struct DrawingFigures {
    let runs: Int

    func measure() throws -> [Figure] {
        var state = ConsoleState(ConsoleSettings())
        _ = reduce(&state, .resize(width: 200, height: 60))
        for effect in reduce(&state, .tick(SystemClock().now())) {
            guard case .ask(let id, let question) = effect else { continue }
            _ = reduce(&state, .answer(id, .success(try question.answer(from: MadeUpSource()))))
        }
        let rounds = 200
        var cells = 0
        let times = (0..<runs).map { _ in
            Stopwatch.seconds { for _ in 0..<rounds { cells &+= render(state).width } } / Double(rounds)
        }
        let keys = Key.sequence("jkg4js")
        let reducing = (0..<runs).map { _ in
            var copy = state
            return Stopwatch.seconds { for index in 0..<10_000 { _ = reduce(&copy, .key(keys[index % keys.count])) } }
        }
        return [
            Figure(
                "render Overview at 200×60", "\(decimals(times.median * 1000, 2)) ms", reach: "≤ 2 ms",
                isReached: times.median <= 0.002 && cells > 0),
            Figure("reduce 10 000 keys", "\(Int(reducing.median * 1000)) ms"),
        ]
    }
}
