import Configuration
import Conventions
import Domain
import Glibc
import Logging
import NIOCore
import NIOPosix
import Pricing
import Storage
import Synchronization
import Wire

/// The collector: takes telemetry over OTLP/HTTP and OTLP/gRPC and keeps it in a store. Several can run in one process, each with a store of
/// its own.
public final class Collector: Sendable {
    /// `address:port` where OTLP/HTTP is served.
    public let http: String
    /// `address:port` where OTLP/gRPC is served; nil when it is not.
    public let grpc: String?
    /// What `headframed` says on standard error once it serves.
    public let readyLine: String

    private let writer: StoreWriter
    private let receiver: Receiver
    private let prices: CurrentPrices
    private let server: HTTPServer
    private let grpcServer: GRPCServer?
    private let controlStore: ControlStore
    private let deliveries: DeliveryService
    private let control: ControlServer?
    private let controlService: ControlService
    private let alerts: AlertService
    /// What applications are told to use.
    let board = ServingBoard()
    private let exposures: ExposureRecorder
    private let evaluations: EvaluationService
    private let rollouts: RolloutService
    private let owner = geteuid()
    private let group: MultiThreadedEventLoopGroup
    private let ticker: Ticker
    private let directory: StoreDirectory
    private let ledger: SourceLedger
    private let settings: CollectorSettings
    private let controlSettings: ControlSettings
    private let clock: any WallClock
    private let state: CollectorState
    private let logger: Logger

    /// Starts to serve.
    ///
    /// - Throws: why it cannot.
    public init(_ options: CollectorOptions, clock: any WallClock = SystemClock()) throws(CollectorError) {
        settings = options.configuration.collector
        controlSettings = options.configuration.control
        self.clock = clock
        let wanted = options.http ?? settings.http
        let wantedGRPC = (options.grpc ?? settings.grpc).address
        for address in [wanted, wantedGRPC].compactMap(\.self) where !address.isLoopback { throw .notLoopback(address) }
        let sink = LogSink(format: options.logFormat ?? settings.logFormat)
        logger = Logger(
            label: "headframed", factory: { _ in SinkHandler(sink, least: options.logsQuietly ? .warning : .info) })

        let prices = CurrentPrices(PriceTable.builtIn.merging(options.configuration.prices))
        self.prices = prices
        (directory, writer) = try Collector.open(
            options, pricer: { prices.cost(of: $0, at: $1) }, clock: clock)
        ledger = SourceLedger(continuing: directory.ingestHealth(), at: clock.now())
        let intake: Intake
        do throws(CollectorError) {
            intake = try Intake(options.configuration, retentionDays: settings.retentionDays, store: directory.path)
        } catch {
            writer.close()
            throw error
        }
        let limits = Collector.limits(options)
        var wireLimits = WireLimits()
        wireLimits.bytes = settings.limits.body
        let metrics = Metrics()
        receiver = Receiver(
            writer: writer, intake: intake, ledger: ledger, limits: wireLimits, metrics: metrics, logger: logger,
            threads: max(2, System.coreCount))
        state = CollectorState(
            metrics: metrics, writer: writer, budget: DecodeBudget(capacity: settings.limits.decodeBudget),
            rules: RequestRules(hosts: Set(settings.hosts.map { $0.lowercased() }), body: settings.limits.body),
            started: clock.now())
        do {
            controlStore = try ControlStore(writer, clock: clock)
        } catch {
            writer.close()
            throw .store(error)
        }
        Collector.noticeChanges(options.configuration, in: controlStore, logger)
        (deliveries, alerts) = Collector.alerts(options.configuration, controlStore, directory, clock, logger)
        do throws(CollectorError) {
            evaluations = try Collector.evaluations(options.configuration, directory, prices, clock, logger)
        } catch {
            deliveries.stop()
            controlStore.stop()
            writer.close()
            throw error
        }
        rollouts = RolloutService(
            store: controlStore, reader: Collector.reader(of: directory),
            services: options.configuration.apps.mapValues(\.services), deliveries: deliveries, board: board,
            clock: clock, logger: logger)
        group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 2))
        let store = controlStore
        exposures = ExposureRecorder(logger: logger) { exposures in try store.change { try $0.keep(exposures) } }
        let service = state.service(
            receiver: receiver, deliveries: deliveries,
            flags: FlagService(board, recorder: exposures, clock: clock), clock: clock)
        let connections = ConnectionRegistry(limit: limits.connections, metrics: metrics)
        do throws(CollectorError) {
            (server, grpcServer) = try Collector.listen(
                http: wanted, grpc: wantedGRPC, limits: limits, grpcLimits: options.grpcLimits, service: service,
                connections: connections, group: group)
        } catch {
            receiver.stop()
            deliveries.stop()
            evaluations.stop()
            controlStore.stop()
            writer.close()
            try? group.syncShutdownGracefully()
            throw error
        }
        http = Collector.text(server.address)
        grpc = (grpcServer?.address).map(Collector.text)
        readyLine =
            "headframed: ready http=\(http) grpc=\(grpc ?? "off") store=\(options.store) pid=\(getpid())"
        let (directory, ledger, state, http, grpc) = (directory, ledger, state, http, grpc)
        controlService = ControlService(
            store: controlStore, deliveries: deliveries, evaluations: evaluations, rollouts: rollouts,
            rules: AccessRules(grants: options.configuration.control.roles, owner: owner),
            logger: logger, status: { state.status(http: http, grpc: grpc, at: clock.now()) })
        control = Collector.control(options, controlService, logger)
        alerts.start(on: group.next())
        exposures.start(on: group.next())
        rollouts.start(on: group.next())
        ticker = Ticker(every: .seconds(1), on: group.next()) {
            let now = clock.now()
            directory.write(state.status(http: http, grpc: grpc, at: now))
            // Five seconds are soon enough for people, and a thousand sources are not written every second.
            if now.nanoseconds / 1_000_000_000 % 5 == 0 { directory.write(ledger.health(at: now)) }
        }
    }

    /// How it is at `time`.
    public func status(at time: Timestamp) -> CollectorStatus { state.status(http: http, grpc: grpc, at: time) }

    /// Why the store cannot be written by this process any more: after a failed fsync nobody knows what is on the disk. The process
    /// is to end without `stop()`, which would write. Nil while all is well.
    public var failure: StoreError? { writer.statistics.trouble.flatMap { $0.isFatal ? $0 : nil } }

    /// Uses another configuration from now on, as far as it can be changed while serving: apps, prices, names of hosts, rules. Says what
    /// was changed that cannot be.
    public func reconfigure(_ configuration: Configuration) {
        do throws(CollectorError) {
            let intake = try Intake(configuration, retentionDays: settings.retentionDays, store: directory.path)
            receiver.use(intake)
            prices.use(intake.prices)
        } catch {
            return logger.error("the configuration is not used: \(error)")
        }
        state.use(
            RequestRules(
                hosts: Set(configuration.collector.hosts.map { $0.lowercased() }),
                body: state.rules.body))
        controlService.use(AccessRules(grants: configuration.control.roles, owner: owner))
        Collector.noticeChanges(configuration, in: controlStore, logger)
        deliveries.use(configuration.alerts.receivers)
        alerts.use(configuration.alertRules)
        evaluations.use(configuration.endpoints)
        rollouts.use(services: configuration.apps.mapValues(\.services))
        logger.info("the configuration was read again")
        let keys =
            settings.changesNeedingRestart(configuration.collector).map { "collector." + $0 }
            + controlSettings.changesNeedingRestart(configuration.control).map { "control." + $0 }
        for key in keys {
            logger.warning("\(key) was changed but is read at start only; restart headframed to use it")
        }
    }

    /// Says why the process ends although nobody asked it to.
    func report(failure: StoreError) { logger.critical("ending, because the store cannot be written: \(failure)") }

    /// Says that a configuration could not be used, and why.
    public func reject(_ error: ConfigurationError) {
        for problem in error.problems { logger.error("the configuration is not used: \(problem)") }
    }

    /// Takes nothing more, answers what was handed over, leaves the store checkpointed and closed. Takes at most five seconds
    /// when the disk works. To be called once.
    public func stop() {
        state.stop()
        alerts.stop()
        rollouts.stop()
        // Before commands: a test of a receiver is one, and waits for it.
        deliveries.stop()
        control?.stop()
        evaluations.stop()
        grpcServer?.close()
        server.drain(patience: .seconds(3))
        // Whoever still waits for an answer gets it from these two, so the connections end after them.
        receiver.stop()
        ticker.stop()
        exposures.stop()
        directory.removeStatus()
        directory.write(ledger.health(at: clock.now()))
        controlStore.stop()
        writer.close()
        server.stop(patience: .milliseconds(500))
        try? group.syncShutdownGracefully()
        logger.info("stopped")
    }
}
