import Domain

/// A column of the table of requests.
enum RequestColumn: Hashable, Sendable {
    case time, status, duration
    /// The duration as a bar.
    case bar
    case firstToken, service, environment, model, release, prompt, input, output, cost, user, session
    case score(String)
    case trace

    /// All but those of scores, from left to right.
    static let fixed: [RequestColumn] = [
        .time, .status, .duration, .bar, .firstToken, .service, .environment, .model, .release, .prompt, .input,
        .output, .cost, .user, .session, .trace,
    ]
    /// Those that show a text which the call may not have.
    static let texts: [RequestColumn] = [.service, .environment, .model, .release, .prompt, .user, .session]
    /// Those that show a number which the call may not have.
    static let numbers: [RequestColumn] = [.firstToken, .input, .output, .cost]

    /// What `:columns` calls it.
    var word: String {
        switch self {
        case .time: "time"
        case .status: "status"
        case .duration: "latency"
        case .bar: "bar"
        case .firstToken: "ttft"
        case .service: "service"
        case .environment: "environment"
        case .model: "model"
        case .release: "release"
        case .prompt: "prompt"
        case .input: "input"
        case .output: "output"
        case .cost: "cost"
        case .user: "user"
        case .session: "session"
        case .score(let name): name
        case .trace: "trace"
        }
    }

    /// The order that a click on its title chooses.
    var order: RequestsQuery.Order? {
        switch self {
        case .time: .newest
        case .status: .worst
        case .duration, .bar: .slowest
        case .cost: .costliest
        default: nil
        }
    }

    /// What the call says; nil when it says nothing.
    func text(of row: RequestRow) -> String? {
        switch self {
        case .service: row.call.service
        case .environment: row.call.environment
        case .model: row.call.model
        case .release: row.call.context.release
        case .prompt: row.call.context.prompt
        case .user: row.call.context.user
        case .session: row.call.context.session
        default: nil
        }
    }

    /// What the call says, in seconds, tokens or dollars; nil when it says nothing.
    func number(of row: RequestRow) -> Double? {
        switch self {
        case .duration, .bar: row.duration?.seconds
        case .firstToken: row.call.timeToFirstToken?.seconds
        case .input: row.call.usage.input.map(Double.init)
        case .output: row.call.usage.output.map(Double.init)
        case .cost: row.cost?.usd
        case .score(let name): row.scores.last { $0.name == name && $0.value != nil }?.value
        default: nil
        }
    }
}

extension CallContext {
    /// Name and version of the prompt, `support-answer@7`.
    fileprivate var prompt: String? {
        guard let promptName else { return promptVersion.map { "@\($0)" } }
        return promptVersion.map { "\(promptName)@\($0)" } ?? promptName
    }
}
