import Configuration
import Conventions
import Domain
import Glibc
import NIOCore
import Pricing
import Storage

extension Collector {
    static func open(_ options: CollectorOptions, clock: any WallClock) throws(CollectorError) -> StoreWriter {
        var storage = options.storage
        storage.retentionDays = Int32(clamping: options.configuration.collector.retentionDays)
        do throws(StoreError) {
            return try StoreWriter(
                directory: StoreDirectory(creating: options.store), resolver: Interpreter.resolve, options: storage,
                clock: clock)
        } catch {
            throw .store(error)
        }
    }

    static func limits(_ options: CollectorOptions) -> HTTPLimits {
        var limits = options.httpLimits
        let configured = options.configuration.collector.limits
        limits.body = configured.body
        limits.connections = min(configured.connections, Descriptors.forConnections)
        return limits
    }

    static func text(_ address: SocketAddress) -> String {
        let host = address.ipAddress ?? "unknown"
        return (host.contains(":") ? "[\(host)]" : host) + ":\(address.port ?? 0)"
    }

    static func reason(_ error: any Error) -> String {
        guard let error = error as? IOError else { return "it cannot be resolved" }
        return String(cString: strerror(error.errnoCode))
    }
}

extension Intake {
    /// What the configuration says of reading and pricing.
    ///
    /// - Parameter retentionDays: for how long the store that is filled keeps spans.
    init(_ configuration: Configuration, retentionDays: Int) {
        interpreter = Interpreter(apps: configuration.apps.mapValues(\.services))
        prices = PriceTable.builtIn.merging(configuration.prices)
        retention = .days(Int64(retentionDays))
    }
}
