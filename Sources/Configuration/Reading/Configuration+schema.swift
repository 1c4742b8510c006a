import Domain

extension Configuration {
    /// Every key of the file.
    static var schema: Schema<Configuration> {
        Schema<Configuration>(
            .section("collector", \.collector, collectorSchema, "How headframed receives and keeps telemetry."),
            .section("control", \.control, controlSchema, "Who may send commands to headframed, and what they may do."),
            .section(
                "redaction", \.redaction, redactionSchema,
                "What is taken out of telemetry before it is stored. Read again on SIGHUP, for what comes from then on."
            ),
            .section(
                "content", \.content, contentSchema,
                "What is kept of prompts, answers, documents and tool calls. Read again on SIGHUP, for what comes from then\non."
            ),
            .named(
                "apps", \.apps, appSchema, new: AppSettings(),
                sample: [
                    "apps:", "  support:", "    services: [support-api, support-worker]",
                    "    prompts: [support-answer]",
                ],
                "What makes up an app. A service that belongs to none is an app of its own name. Read again on SIGHUP."),
            .section("prompts", \.prompts, promptsSchema, "How prompts are kept. Read again on SIGHUP."),
            .value(
                "environments", \.environments, .texts,
                "Environments in the order in which the console offers them; others follow by name."),
            .list(
                "prices", \.prices, .prices,
                sample: [
                    "prices:", "  - model: gpt-4o", "    provider: openai", "    input: 2.5", "    output: 10",
                    "    cache_read: 1.25", "    above: {200000: {input: 5, output: 15}}", "    valid_from: 2026-11-24",
                ],
                "Prices that go before the built-in ones, in dollars per million tokens; the file prices.yaml beside "
                    + "this one\nmay hold the same list. Read again on SIGHUP, for what comes from then on. Kinds: input,\noutput, cache_read, cache_write, cache_write_1h, "
                    + "reasoning, audio_input, audio_output; the same by service tier under tiers: {batch: ...}."),
            .endpoints,
            .section(
                "alerts", \.alerts, alertsSchema,
                "What is alarming, and who is told. Numbers of calls are looked at every ten seconds. Read again on SIGHUP."
            ),
            .section("console", \.console, consoleSchema, "How the console looks and behaves."))
    }

    private static var collectorSchema: Schema<CollectorSettings> {
        Schema<CollectorSettings>(
            .value(
                "http", \.http, .loopbackAddress,
                "Address and port of OTLP/HTTP; the port 0 lets the system choose one. Read at start only."),
            .value(
                "grpc", \.grpc, .loopbackAddressOrOff,
                "Address and port of OTLP/gRPC; the port 0 lets the system choose one, off leaves it out. Read at start\nonly."
            ),
            .value(
                "hosts", \.hosts, .texts,
                "Names beside localhost and 127.0.0.1 under which applications may ask (header Host), without port. Read\nagain on SIGHUP."
            ),
            .value(
                "retention_days", \.retentionDays, .integer(1...3_650),
                "Days for which spans are kept. Read at start only."),
            .value(
                "log_format", \.logFormat, .choice, "text for people, json for collectors of logs. Read at start only."),
            .section("limits", \.limits, limitsSchema, "How much is taken. Read at start only."))
    }

    private static var controlSchema: Schema<ControlSettings> {
        Schema<ControlSettings>(
            .value(
                "socket_group", \.socketGroup, .text,
                "Group whose members may connect to the socket control.sock beside the user that runs headframed. Read at\n"
                    + "start only."),
            .value(
                "audit_head", \.auditHead, .text,
                "File that keeps the head of the audit log, best in a directory that is backed up or written elsewhere;\n"
                    + "audit.head in the store when empty. Read at start only."),
            .value(
                "audit_key", \.auditKey, .text,
                "File with the key that signs the audit log, made when it is not there; audit.key in the store when empty.\n"
                    + "Read at start only."),
            .named(
                "roles", \.roles, grantSchema, new: Grant(), names: .principals,
                sample: [
                    "roles:", "  os:anna:", "    roles: [viewer, editor, approver]", "    content: true",
                    "  group:support:", "    roles: [viewer]",
                ],
                "What users (os:NAME) and groups (group:NAME) may do; what is not written here is denied. The user who runs\n"
                    + "headframed may do everything unless named here, except that root is no approver. Read again on SIGHUP."
            ))
    }

    private static var grantSchema: Schema<Grant> {
        Schema<Grant>(
            .value(
                "roles", \.roles, .roles, "Among viewer, editor (proposes, judges), approver (decides) and admin."),
            .value("content", \.content, .bool, "Whether prompts, answers and corrections may be read."))
    }

    private static var limitsSchema: Schema<CollectorLimits> {
        Schema<CollectorLimits>(
            .value("body", \.body, .bytes((64 << 10)...(256 << 20)), "Size of one request, as sent and inflated."),
            .value(
                "decode_budget", \.decodeBudget, .bytes((1 << 20)...(16 << 30)),
                "Memory that all requests together may take while they are read."),
            .value("connections", \.connections, .integer(1...100_000), "Connections at one time."))
    }

    private static var appSchema: Schema<AppSettings> {
        Schema<AppSettings>(
            .value("services", \.services, .texts, "Names of its services (service.name)."),
            .value("prompts", \.prompts, .texts, "Names of its prompts."))
    }

    private static var promptsSchema: Schema<PromptSettings> {
        Schema<PromptSettings>(
            .value(
                "protected_labels", \.protectedLabels, .texts,
                "Labels that can be put only on a version that somebody else than its author has approved."))
    }

    private static var consoleSchema: Schema<ConsoleSettings> {
        Schema<ConsoleSettings>(
            .value(
                "theme", \.theme, .text,
                "A built-in theme (dark, light, sixteen, monochrome) or a file of the folder themes beside this one."),
            .value("glyphs", \.glyphs, .choice, "What charts are drawn with: braille, block or ascii."),
            .value("refresh_seconds", \.refreshSeconds, .number(0.2...60), "Seconds between two looks at the store."),
            .value("mouse", \.mouse, .bool, "Whether the mouse works in the console; if not, it selects text."),
            .value("keys", \.keys, .textMap, "Keys by the name of the command, such as {theme.next: t}."),
            .value(
                "environment_themes", \.environmentThemes, .textMap,
                "Themes by environment, so that production looks different, such as {production: light}."))
    }
}
