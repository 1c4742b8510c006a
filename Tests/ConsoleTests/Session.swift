import Console
import Domain
import Drawing
import Testing

/// A console in a test: a state, a source that answers at once, and what the world was asked to do.
struct Session {
    private(set) var state: ConsoleState
    /// The effects other than questions.
    private(set) var effects: [Console.Effect] = []
    /// The questions of Overview, each answered unless `answers` is false.
    private(set) var questions: [OverviewQuestion] = []
    /// The questions of other panes than Overview, and their numbers.
    private(set) var otherQuestions: [(id: QuestionID, question: Question)] = []
    /// The number of the newest question of Overview.
    private(set) var lastID: QuestionID?
    var source: FakeSource
    var answers = true
    private(set) var now: Timestamp

    init(
        _ source: FakeSource, width: Int = 120, height: Int = 40, settings: ConsoleSettings = ConsoleSettings(),
        now: Timestamp = Scene.now
    ) {
        (self.source, self.now) = (source, now)
        state = ConsoleState(settings)
        send(.resize(width: width, height: height))
        send(.tick(now))
    }

    /// An event, and the answers to what it made the console ask.
    mutating func send(_ event: ConsoleEvent) {
        for effect in reduce(&state, event) {
            guard case .ask(let id, let question) = effect else {
                effects.append(effect)
                continue
            }
            if case .overview(let question) = question {
                questions.append(question)
                lastID = id
            } else {
                otherQuestions.append((id, question))
            }
            guard answers else { continue }
            let result = Result { try question.answer(from: source) }
            send(.answer(id, result.mapError { AnswerFailure("\($0)") }))
        }
    }

    /// Presses keys written as `4jj<enter>y`.
    mutating func press(_ keys: String) {
        for key in Key.sequence(keys) { send(.key(key)) }
    }

    /// So much time passes, in ticks of a second, with the collector telling that it is there.
    mutating func wait(seconds: Int) {
        for _ in 0..<seconds {
            now = now.advanced(by: .seconds(1))
            source.storeSummary.collector?.written = now
            send(.tick(now))
        }
    }

    var canvas: Canvas { render(state) }
    /// The rows of the screen as text.
    var screen: [String] {
        let canvas = canvas
        return (0..<canvas.height).map { canvas.text(row: $0) }
    }
    /// Whether any row of the screen says so.
    func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }
}

extension Session: CustomTestStringConvertible {
    /// A failing test shows the screen.
    var testDescription: String { "\n" + screen.joined(separator: "\n") + "\n" }
}
