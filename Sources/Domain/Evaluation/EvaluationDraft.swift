/// A run of an evaluation that somebody wants.
public struct EvaluationDraft: Hashable, Sendable {
    /// The prompt that is asked.
    public enum Subject: Hashable, Sendable {
        /// One of the registry.
        case registered(PromptReference)
        /// One that was never pushed.
        case file(Prompt)
    }

    public var subject: Subject
    /// What the golden set is called.
    public var goldenName: String
    /// The golden set: a JSON object a line.
    public var goldenLines: String
    /// The model that is asked; that of the prompt when nil.
    public var model: String?
    /// The endpoint that is asked; the first that is configured when nil.
    public var endpoint: String?
    /// Questions under way at one time; what the endpoint allows when nil.
    public var concurrency: Int?
    public var limit: Money?
    /// Answers that were had elsewhere, a JSON object a line; nil to ask for them.
    public var answerLines: String?

    /// A run of `subject` over a golden set.
    public init(
        _ subject: Subject, goldenName: String, goldenLines: String, model: String? = nil, endpoint: String? = nil,
        concurrency: Int? = nil, limit: Money? = nil, answerLines: String? = nil
    ) {
        (self.subject, self.goldenName, self.goldenLines) = (subject, goldenName, goldenLines)
        (self.model, self.endpoint, self.concurrency) = (model, endpoint, concurrency)
        (self.limit, self.answerLines) = (limit, answerLines)
    }

    /// Bytes that a golden set or answers may have.
    public static let longestLines = 6 << 20
    /// Questions that may be under way at one time.
    public static let mostConcurrency = 32

    /// The draft as the control API takes it.
    public var json: JSON {
        var members: [JSON.Member] = []
        switch subject {
        case .registered(let reference): members.append(.init("prompt", .string(reference.description)))
        case .file(let prompt): members.append(.init("prompt_file", prompt.json))
        }
        members.append(.init("golden", ["name": .string(goldenName), "lines": .string(goldenLines)]))
        func add(_ name: String, _ value: JSON?) { if let value { members.append(.init(name, value)) } }
        add("model", model.map(JSON.string))
        add("endpoint", endpoint.map(JSON.string))
        add("concurrency", concurrency.map { .integer(Int64($0)) })
        add("limit_usd", limit.map { .number($0.usd) })
        add("answers", answerLines.map(JSON.string))
        return .object(members)
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(
            json,
            members: ["prompt", "prompt_file", "golden", "model", "endpoint", "concurrency", "limit_usd", "answers"])
        switch (try body.text("prompt", limit: 256), body.value("prompt_file")) {
        case (let text?, nil):
            guard let reference = PromptReference(text) else {
                throw MalformedCommand("prompt: must be a version such as support-answer@7")
            }
            subject = .registered(reference)
        case (nil, let prompt?): subject = .file(try Prompt(prompt))
        default: throw MalformedCommand("one of prompt and prompt_file must be there, and only one")
        }
        guard let golden = body.value("golden") else { throw .missing("golden") }
        let set = try CommandBody(golden, members: ["name", "lines"])
        guard let name = try set.text("name", limit: 256), let lines = try set.text("lines", limit: Self.longestLines)
        else { throw MalformedCommand("golden: must have a name and lines") }
        (goldenName, goldenLines) = (name, lines)
        model = try body.text("model", limit: 256)
        endpoint = try body.text("endpoint", limit: 64)
        concurrency = try body.integer("concurrency").flatMap { Int(exactly: $0) }
        guard concurrency.map({ (1...Self.mostConcurrency).contains($0) }) ?? true else {
            throw MalformedCommand("concurrency: must be 1 to \(Self.mostConcurrency)")
        }
        limit = try Self.limit(body)
        answerLines = try body.text("answers", limit: Self.longestLines)
        guard answerLines == nil || endpoint == nil else {
            throw MalformedCommand("answers and endpoint: only one of them can be there")
        }
    }

    static func limit(_ body: CommandBody) throws(MalformedCommand) -> Money? {
        guard let dollars = try body.number("limit_usd") else { return nil }
        guard dollars > 0, let money = Money(usd: dollars) else {
            throw MalformedCommand("limit_usd: must be a positive number of dollars")
        }
        return money
    }
}

/// A run that stopped and is to go on.
public struct EvaluationResumption: Hashable, Sendable {
    /// What the run may cost in all from now on; as before when nil.
    public var limit: Money?

    /// A run goes on, with another limit when there is one.
    public init(limit: Money? = nil) { self.limit = limit }

    /// As the control API takes it.
    public var json: JSON { .object(limit.map { [.init("limit_usd", .number($0.usd))] } ?? []) }

    /// What the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        limit = try EvaluationDraft.limit(try CommandBody(json, members: ["limit_usd"]))
    }
}
