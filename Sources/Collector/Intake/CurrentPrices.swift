import Domain
import Pricing
import Synchronization

/// The prices of the present configuration, by which the store prices calls of whose usage a log record tells.
final class CurrentPrices: Sendable {
    private let table: Mutex<PriceTable>

    init(_ table: PriceTable) { self.table = Mutex(table) }

    /// Prices by another table from now on.
    func use(_ table: PriceTable) { self.table.withLock { $0 = table } }

    /// What a call that began at `time` costs.
    func cost(of call: Call, at time: Timestamp) -> Money? { table.withLock(\.self).cost(of: call, at: time) }
}

extension PriceTable {
    /// What a call that began at `time` costs; nil when its usage or the price of its model is not known.
    func cost(of call: Call, at time: Timestamp) -> Money? {
        guard call.operation?.hasUsage == true, let model = call.model else { return nil }
        return cost(of: call.usage, model: model, provider: call.provider, serviceTier: call.serviceTier, at: time)
    }
}
