import Configuration
import Conventions
import Domain
import Glibc
import Logging
import NIOCore
import Pricing
import Redaction
import Storage

extension Collector {
    static func open(
        _ options: CollectorOptions, pricer: @escaping CallPricer, clock: any WallClock
    ) throws(CollectorError) -> (StoreDirectory, StoreWriter) {
        var storage = options.storage
        storage.retentionDays = Int32(clamping: options.configuration.collector.retentionDays)
        let control = options.configuration.control
        if !control.auditHead.isEmpty { storage.auditHeadPath = control.auditHead }
        if !control.auditKey.isEmpty { storage.auditKeyPath = control.auditKey }
        do throws(StoreError) {
            let directory = try StoreDirectory(creating: options.store)
            let writer = try StoreWriter(
                directory: directory, resolver: Interpreter.resolve, pricer: pricer, options: storage,
                clock: clock)
            return (directory, writer)
        } catch {
            throw .store(error)
        }
    }

    /// Who looks at the rules and who tells what became of it.
    static func alerts(
        _ configuration: Configuration, _ store: ControlStore, _ directory: StoreDirectory, _ clock: any WallClock,
        _ logger: Logger
    ) -> (DeliveryService, AlertService) {
        let deliveries = DeliveryService(
            configuration.alerts.receivers, store: store, clock: clock, logger: logger,
            activeAlerts: { (try? store.alertBoard())?.alerts.filter(\.isActive) },
            record: { try $1.add($0.events, of: [:]) })
        let service = AlertService(
            configuration.alertRules, store: store, reader: reader(of: directory), deliveries: deliveries, clock: clock,
            logger: logger)
        return (deliveries, service)
    }

    /// Who carries evaluations out.
    static func evaluations(
        _ configuration: Configuration, _ directory: StoreDirectory, _ prices: CurrentPrices, _ clock: any WallClock,
        _ logger: Logger
    ) throws(CollectorError) -> EvaluationService {
        let store: EvaluationStore
        do throws(StoreError) { store = try EvaluationStore(directory, clock: clock) } catch { throw .store(error) }
        let setting = EvaluationSetting(
            store: store, clock: clock, logger: logger,
            price: { usage, model in
                var call = Call()
                (call.operation, call.requestModel, call.usage) = (.chat, model, usage)
                return prices.cost(of: call, at: clock.now())
            },
            promptVersion: { try reader(of: directory).promptVersion($0, at: clock.now()) },
            variable: { name in getenv(name).map { String(cString: $0) } })
        return EvaluationService(configuration.endpoints, setting)
    }

    /// Who looks for drift.
    static func drift(
        _ store: ControlStore, _ directory: StoreDirectory, _ clock: any WallClock, _ logger: Logger
    ) -> DriftService {
        DriftService(clock: clock, logger: logger) { () throws(StoreError) in
            try DriftWatcher(directory, control: store, reader: reader(of: directory))
        }
    }

    /// Reads numbers beside the writer, as the console does.
    static func reader(of directory: StoreDirectory) -> StoreReader {
        StoreReader(directory, decode: .wire, contents: Interpreter.contents)
    }

    static func limits(_ options: CollectorOptions) -> HTTPLimits {
        var limits = options.httpLimits
        let configured = options.configuration.collector.limits
        limits.body = configured.body
        limits.connections = min(configured.connections, Descriptors.forConnections)
        return limits
    }

    /// Begins to listen on both addresses, or on neither.
    static func listen(
        http: ListenAddress, grpc: ListenAddress?, limits: HTTPLimits, grpcLimits: GRPCLimits, service: HTTPService,
        connections: ConnectionRegistry, group: any EventLoopGroup
    ) throws(CollectorError) -> (HTTPServer, GRPCServer?) {
        func bind<Server>(
            _ address: ListenAddress, option: String, _ body: (SocketAddress) throws -> Server
        ) throws(CollectorError) -> Server {
            do {
                return try body(SocketAddress.makeAddressResolvingHost(address.host, port: address.port))
            } catch {
                throw .address(address, reason: reason(error), option: option)
            }
        }
        let server = try bind(http, option: "http") { address in
            try HTTPServer(
                address: address, limits: limits, service: service, connections: connections, group: group)
        }
        guard let grpc else { return (server, nil) }
        do throws(CollectorError) {
            let grpcServer = try bind(grpc, option: "grpc") { address in
                try GRPCServer(
                    address: address, limits: grpcLimits, httpLimits: limits, service: service,
                    connections: connections, group: group)
            }
            return (server, grpcServer)
        } catch {
            server.stop(patience: .zero)
            throw error
        }
    }

    /// Where commands are taken; nil, with a line in the log, when that is not possible: telemetry is taken all the same.
    static func control(_ options: CollectorOptions, _ service: ControlService, _ logger: Logger) -> ControlServer? {
        do {
            let group = options.configuration.control.socketGroup
            return try ControlServer(file: ControlSocketFile(store: options.store, group: group), service: service)
        } catch let failure as ControlSocketFile.Failure {
            logger.error("no commands are taken: \(failure.reason)")
        } catch {
            logger.error("no commands are taken: the control socket cannot be listened on: \(reason(error))")
        }
        return nil
    }

    /// Marks what is configured otherwise than when a collector last looked. That this cannot be written keeps nobody from collecting.
    static func noticeChanges(_ configuration: Configuration, in store: ControlStore, _ logger: Logger) {
        do {
            try ConfiguredParts(configuration).notice(in: store)
        } catch {
            logger.warning("a change of the configuration is not marked: \(error)")
        }
    }

    /// Reads spans by the releases that there are now.
    static func useReleases(
        of store: ControlStore, in receiver: Receiver, _ rollouts: RolloutService, _ logger: Logger
    ) {
        do {
            receiver.use(ReleaseIndex(try store.releases()))
            rollouts.use(try ServedReleases(store))
        } catch {
            logger.warning("releases are not read, spans are told by their own words only: \(error)")
        }
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
    /// - Parameters:
    ///   - retentionDays: for how long the store that is filled keeps spans.
    ///   - store: the directory of the store.
    /// - Throws: why the key of its pseudonyms cannot be used.
    init(_ configuration: Configuration, retentionDays: Int, store: String) throws(CollectorError) {
        redaction = try RedactionPolicy(configuration) { () throws(CollectorError) in
            try PseudonymKey(store: store).read()
        }
        interpreter = Interpreter(apps: configuration.apps.mapValues(\.services))
        prices = PriceTable.builtIn.merging(configuration.prices)
        retention = .days(Int64(retentionDays))
    }
}
