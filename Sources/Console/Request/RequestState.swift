import Domain
import Drawing

/// One request that is looked at.
struct RequestState: Sendable {
    /// What takes the keys.
    enum Panel: Hashable, Sendable {
        case steps, reading
    }

    /// How the selected step is read.
    enum Reading: Hashable, Sendable {
        case conversation, attributes
    }

    let trace: TraceID
    var waterfall: Waterfall
    /// What people said of its calls, as the store has it.
    private(set) var feedback: [Feedback] = []
    /// The session to which it belongs; nil when nobody says.
    var session: String?
    /// The turn that is selected in the list of the session's turns; nil while that is not shown.
    var selectedTurn: Int?
    var focus: Panel
    private(set) var view = Reading.conversation
    private(set) var document = Document()
    var asking = Asking<RequestQuestion>()
    var readingAsking = Asking<ReadingQuestion>()
    /// Whether the store was asked and has nothing of the trace.
    private(set) var isMissing = false
    private var readings = ReadingCache()
    /// What the document shows, to tell when it begins anew.
    private var shown: (span: SpanID?, view: Reading)?
    private var isOutdated = true
    private var opinions: [FeedbackView] = []

    /// Looks at the step `span` of `trace`, or at the one that says most.
    init(trace: TraceID, span: SpanID?, focus: Panel) {
        (self.trace, self.focus) = (trace, focus)
        waterfall = Waterfall(span: span)
    }

    /// What is known of the selected step; nil while that is being asked.
    var answer: ReadingAnswer? { waterfall.span.flatMap { readings[$0] } }
    /// Why there is nothing to show.
    var failure: AnswerFailure? { asking.failure ?? readingAsking.failure }

    /// The document for changing where one is in it.
    mutating func read<Result>(_ change: (inout Document) -> Result) -> Result { change(&document) }

    mutating func show(_ answer: RequestAnswer) {
        isMissing = answer.tree == nil
        if let tree = answer.tree { waterfall.show(tree) }
        feedback = answer.feedback
    }

    mutating func show(_ answer: ReadingAnswer) {
        // A step that has ended says the same again and again.
        if let known = readings[answer.question.span], known.saysTheSame(as: answer) { return }
        readings.keep(answer)
        isOutdated = true
        session = answer.reading?.detail.row.call.context.session ?? session
    }

    /// Takes in what the collector has stored.
    mutating func keep(_ new: Feedback) {
        guard new.traceID == trace else { return }
        remove(new)
        feedback.append(new)
    }

    mutating func remove(_ old: Feedback) { feedback.removeAll { $0.id == old.id } }

    /// What was answered in the step, as far as it was looked at.
    func answerText(of span: SpanID) -> String? {
        let output = readings[span]?.reading?.contents.output ?? []
        let text = output.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
        return text.isEmpty ? nil : text
    }

    /// Shows the conversation of the selected step, or its attributes.
    mutating func toggleView() {
        view = view == .conversation ? .attributes : .conversation
        focus = .reading
    }

    /// Folds or unfolds what is selected.
    mutating func toggleFold() {
        switch focus {
        case .steps: waterfall.toggle()
        case .reading: document.toggle()
        }
    }

    /// Makes the document what the selected step says, in the room that it has.
    mutating func settle(_ size: CanvasSize, _ glyphs: GlyphSet, opinions: [FeedbackView]) {
        if opinions != self.opinions { (self.opinions, isOutdated) = (opinions, true) }
        let present = (waterfall.span, view)
        let isSame = shown.map { $0 == present } ?? false
        if !isSame || isOutdated {
            let parts = parts
            if isSame { document.show(parts) } else { document.open(parts) }
            (shown, isOutdated) = (present, false)
        }
        let layout = RequestLayout(self, in: ScreenLayout(size).pane, size.widthClass)
        waterfall.scroll(height: layout.steps.height - 1)
        document.fit(width: layout.reading.width - 1, height: layout.reading.height, glyphs: glyphs)
    }

    private var parts: [DocumentPart] {
        guard let reading = answer?.reading else { return [] }
        return switch view {
        case .conversation:
            ConversationParts(reading, feedback: opinions).parts
        case .attributes: AttributeParts(reading.detail).parts
        }
    }
}

extension ConsoleState {
    /// Opens one request; Esc leads back to where the person is.
    mutating func openRequest(trace: TraceID, span: SpanID?) {
        // Where both stand side by side, keys go to the steps first; where there is room for one, to what was said.
        request = RequestState(trace: trace, span: span, focus: size.widthClass == .narrow ? .reading : .steps)
        go(to: .request)
    }
}
