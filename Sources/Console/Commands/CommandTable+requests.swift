import Domain

extension CommandTable {
    static let requests: [Command] = []
}

extension ConsoleState {
    /// Shows the calls that `filter` lets through, from wherever the person is; Esc leads back there.
    mutating func openRequests(filter text: String, order: RequestsQuery.Order) throws(CommandFailure) {
        do {
            let filter = try Filter(parsing: text)
            requests.open(filter: filter, text: text, order: order)
            go(to: .requests)
        } catch {
            throw CommandFailure(error.reason, at: error.offset)
        }
    }
}
