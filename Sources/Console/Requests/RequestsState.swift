import Domain

/// What the person has chosen in the table of requests, and the last answer.
struct RequestsState: Sendable {
    var filter = Filter.all
    /// The filter as it was typed.
    var filterText = ""
    var order = RequestsQuery.Order.newest
    /// At most so many rows are asked for.
    var limit = 200
    var answer: RequestsAnswer?
    var asking = Asking<RequestsQuestion>()
    /// How far the search has come that is under way.
    var progress: SearchProgress?

    /// Whether there is a step that Esc can take back within the table.
    var canGoBack: Bool { !filterText.isEmpty }

    /// Takes the last step back; false when there is none.
    mutating func goBack() -> Bool {
        guard canGoBack else { return false }
        (filter, filterText) = (.all, "")
        return true
    }

    /// Looks at other calls, in another order.
    mutating func open(filter: Filter, text: String, order: RequestsQuery.Order) {
        (self.filter, filterText, self.order) = (filter, filter.terms.isEmpty ? "" : text, order)
        answer = nil
    }
}
