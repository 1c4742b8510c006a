import Domain
import Logging
import Storage

/// What all lanes of deliveries share.
struct DeliverySetting: Sendable {
    var store: ControlStore
    var clock: any WallClock
    var logger: Logger
    /// Alerts that are in force; nil while nobody knows.
    var activeAlerts: @Sendable () -> [Alert]?
    /// Writes down what became of a notification, in the transaction that finishes its delivery.
    var record: @Sendable (DeliveryOutcome, ControlTransaction) throws -> Void
    let counts = DeliveryCounts()
}
