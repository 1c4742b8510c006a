import Domain

/// Translates what instrumentations send (OpenTelemetry GenAI of every generation, OpenInference, OpenLLMetry, Langfuse, LangSmith,
/// MLflow, Haystack) into the one language of `Call`.
///
/// An interpreter has no state: the same span always means the same. It is made to be asked for every span that arrives, so it looks at
/// each attribute once and makes strings only of what is kept.
public struct Interpreter: Sendable {
    /// The app to which each configured service belongs.
    private let appOfService: [String: String]
    /// By which spans are told that say what they were made with and not which release that is.
    public var releases = ReleaseIndex()
    let table = KnownKeys.table

    /// An interpreter that knows which services make up which app, for finding the release of a span among its feature flags.
    ///
    /// - Parameter apps: the services of each app, by the name of the app; a service that is not named is an app of its own name.
    public init(apps: [String: [String]] = [:]) {
        var appOfService: [String: String] = [:]
        for (app, services) in apps.sorted(by: { $0.key < $1.key }) {
            for service in services where appOfService[service] == nil { appOfService[service] = app }
        }
        self.appOfService = appOfService
    }

    /// What one span says of itself: by its attributes, its events and its resource.
    ///
    /// Numbers of tokens that cannot be are left out and flagged `.usage`; totals that leave a part of themselves out are repaired and
    /// flagged `.cacheOutsideInput` or `.reasoningOutsideOutput`. The usage of agents and workflows is what they claim: `Operation.hasUsage` says whether it may be summed.
    public func call(of span: Span) -> Call {
        let values = FieldValues(span.attributes, in: span.batch, table: table)
        let events = EventFindings(of: span)
        let resource = span.resource
        var call = Call()
        call.dialect = values.dialects.dialect
        call.operation = operation(values)
        call.service = Self.service(of: resource)
        call.environment = Self.environment(of: resource) ?? values.text(.environment) ?? "default"
        call.isError = span.statusCode == 2 || values.text(.level) == "ERROR"
        if call.isError { call.errorType = values.text(.errorType) ?? events.exceptionType ?? ErrorCode.text(of: span) }
        call.context = context(values, events, resource: resource, service: call.service)
        guard call.dialect != .none || call.operation != nil else { return call }

        call.provider =
            values.text(.provider) ?? values.text(.haystackComponent).flatMap(Vocabulary.haystackProvider)
        call.requestModel = values.text(.requestModel) ?? values.text(.modelName)
        call.responseModel = values.text(.responseModel) ?? (call.isError ? nil : values.text(.modelName))
        call.responseID = values.text(.responseID)
        call.finishReasons = values.finishReasons
        call.toolName = values.text(.toolName) ?? (call.operation == .executeTool ? entityName(values, span) : nil)
        call.agentName = values.text(.agentName) ?? (call.operation == .invokeAgent ? entityName(values, span) : nil)
        call.serviceTier = serviceTier(values)
        call.reportedCost = ReportedCost.read(values)
        call.flags = values.flags
        call.readUsage(values)
        if call.operation?.isInference == true {
            call.timeToFirstToken = TimeToFirstToken.read(values, events, start: span.start)
        }
        if call.context.release == nil, !releases.isEmpty, call.operation?.isInference == true {
            call.context.release = releases.release(of: call, parameters(of: span))?.name
        }
        call.readBodies(values)
        call.repairTotals()
        if let details = events.details, let supplement = supplement(of: details, in: span.batch) {
            call.add(supplement)
        }
        call.judgeUsage(values, of: span)
        return call
    }

    /// What the span does, told by the first vocabulary that says something. Those that a framework adds around an instrumentation come
    /// first: LangSmith writes `gen_ai.operation.name` = `chat` on spans of every kind.
    private func operation(_ values: FieldValues) -> Operation? {
        // Logfire also sends records of what was said, and spans that have only begun, as spans.
        if let type = values.text(.logfireSpanType), type == "log" || type == "pending_span" { return nil }
        let kinds: [Field] = [.langfuseType, .langSmithKind, .mlflowType, .openInferenceKind, .traceloopKind]
        for kind in kinds where values.has(kind) {
            if let operation = values.operation(kind) { return operation }
        }
        if let name = values.bytes(.operationName) {
            return Vocabulary.operation(name) ?? Operation(rawValue: String(decoding: name, as: UTF8.self))
        }
        if let operation = values.operation(.requestType) { return operation }
        if let type = values.text(.haystackComponent) { return Vocabulary.haystackOperation(type) }
        if values.has(.haystackPipeline) { return .invokeWorkflow }
        // Google's Agent Development Kit says of its call of a model only what was sent, of other steps that nothing was.
        if let request = values.bytes(.agentKitRequest), request.count > 2 { return .generateContent }
        // Pydantic AI's older tool spans.
        return values.isOfFirstKey(.toolName) ? .executeTool : nil
    }

    /// The name of a tool or an agent; Langfuse's and MLflow's clients name the span so.
    private func entityName(_ values: FieldValues, _ span: Span) -> String? {
        if let name = values.text(.entityName) { return name }
        guard values.has(.langfuseType) || values.has(.mlflowType) else { return nil }
        let name = span.name
        return name.isEmpty ? nil : name
    }

    private func context(
        _ values: FieldValues, _ events: EventFindings, resource: AttributeList, service: String
    ) -> CallContext {
        var context = CallContext()
        context.session = values.text(.session)
        context.user = values.text(.user)
        context.promptName = values.text(.promptName)
        context.promptVersion = values.text(.promptVersion)
        var metadata = Metadata(values)
        context.session = context.session ?? metadata.text("session_id", "thread_id", "conversation_id", "session")
        context.user = context.user ?? metadata.text("user_id")
        context.promptVersion = context.promptVersion ?? metadata.text("prompt_version")
        context.release = release(values, events, resource: resource, service: service)
        return context
    }

    /// The variant of the app's own flag, else `headframe.release`, else a variant whose flag is not named or, of a service that belongs
    /// to no configured app, of any flag; else the release of which Langfuse was told.
    private func release(
        _ values: FieldValues, _ events: EventFindings, resource: AttributeList, service: String
    ) -> String? {
        var flags = events.flags
        if let variant = values.text(.flagVariant) {
            flags.insert(.init(key: values.text(.flagKey), variant: variant), at: 0)
        }
        if !flags.isEmpty {
            let app = appOfService[service] ?? service
            if let own = flags.first(where: { $0.key == app || $0.key == app + ".release" }) { return own.variant }
        }
        if let release = values.text(.release) ?? events.release ?? resource["headframe.release"]?.text {
            return release
        }
        let anyFlag = appOfService[service] == nil
        return flags.first { $0.key == nil || anyFlag }?.variant ?? values.text(.deployedRelease)
    }

    private func serviceTier(_ values: FieldValues) -> String? {
        if let tier = values.text(.responseTier) ?? values.text(.requestTier) { return tier }
        guard let parameters = values.bytes(.invocationParameters), parameters.contains(ascii: "service_tier") else {
            return nil
        }
        return (try? JSON(parsing: parameters))?["service_tier"]?.said
    }

    static func service(of resource: AttributeList) -> String { resource["service.name"]?.text ?? "unknown" }

    static func environment(of resource: AttributeList) -> String? {
        resource["deployment.environment.name"]?.text ?? resource["deployment.environment"]?.text
    }
}
