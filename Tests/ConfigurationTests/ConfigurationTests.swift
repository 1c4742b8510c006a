import Configuration
import Domain
import Pricing
import Testing

@Suite struct ConfigurationTests {
    @Test("the example holds every default")
    func example() throws {
        #expect(try Configuration(parsing: Configuration.example) == Configuration())
    }

    @Test("the samples in the example are right too")
    func samples() throws {
        let lines = Configuration.example.split(separator: "\n")
        let start = try #require(lines.firstIndex(of: "apps: {}"))
        let sample = lines[(start + 1)...].prefix { $0.hasPrefix("# ") }.prefix(4).map { $0.dropFirst(2) }
        let configuration = try Configuration(parsing: sample.joined(separator: "\n"))
        #expect(configuration.apps["support"]?.services == ["support-api", "support-worker"])
    }

    @Test("nothing means the defaults", arguments: ["", "# a comment\n", "---\n", "collector:\n", "collector: ~\n"])
    func nothing(_ text: String) throws {
        #expect(try Configuration(parsing: text) == Configuration())
    }

    @Test("every key is read")
    func everyKey() throws {
        let configuration = try Configuration(
            parsing: """
                collector:
                  http: "[::1]:0"
                  grpc: off
                  hosts: [collector.internal]
                  retention_days: 7
                  log_format: json
                  limits: {body: 1MiB, decode_budget: 64 MiB, connections: 10}
                apps:
                  support: {services: [a, b], prompts: [p]}
                environments: [production, staging]
                console:
                  theme: light
                  glyphs: ascii
                  refresh_seconds: 2
                  mouse: false
                  keys: {theme.next: t}
                  environment_themes: {production: dark}
                """)
        #expect(configuration.collector.http.description == "[::1]:0")
        #expect(configuration.collector.grpc == .off)
        #expect(configuration.collector.hosts == ["collector.internal"])
        #expect(configuration.collector.retentionDays == 7)
        #expect(configuration.collector.logFormat == .json)
        #expect(configuration.collector.limits.body == 1 << 20)
        #expect(configuration.collector.limits.decodeBudget == 64 << 20)
        #expect(configuration.collector.limits.connections == 10)
        #expect(configuration.apps["support"]?.services == ["a", "b"])
        #expect(configuration.apps["support"]?.prompts == ["p"])
        #expect(configuration.environments == ["production", "staging"])
        #expect(configuration.console.theme == "light")
        #expect(configuration.console.glyphs == .ascii)
        #expect(configuration.console.refreshSeconds == 2)
        #expect(!configuration.console.mouse)
        #expect(configuration.console.keys == ["theme.next": "t"])
        #expect(configuration.console.environmentThemes == ["production": "dark"])
    }

    @Test("all mistakes are named at once, by line and column")
    func allMistakes() throws {
        let text = """
            collector:
              htpp: 127.0.0.1:4318
              retention_days: 0
              limits: {connections: many}
            colour: red
            console:
              mouse: perhaps
            """
        let error = #expect(throws: ConfigurationError.self) { try Configuration(parsing: text, file: "c.yaml") }
        let known =
            "collector, control, redaction, content, apps, prompts, environments, prices, endpoints, alerts, console"
        let expected = [
            "c.yaml:2:3: unknown key htpp in collector; did you mean http?",
            "c.yaml:3:19: collector.retention_days must be a whole number from 1 to 3650",
            "c.yaml:4:25: collector.limits.connections must be a whole number from 1 to 100000",
            "c.yaml:5:1: unknown key colour; known are \(known)",
            "c.yaml:7:10: console.mouse must be true or false",
        ]
        #expect(error?.description == expected.joined(separator: "\n"))
    }

    @Test(
        "what is wrong is said for each kind of value",
        arguments: [
            ("collector: 5", "collector must be a mapping of keys"),
            ("[1, 2]", "the file must be a mapping of keys"),
            ("apps: [a]", "apps must be a mapping of names"),
            ("redaction: {kinds: [key]}", "redaction.kinds must be a list of kinds among email, private_key"),
            ("redaction: {keys: {user.id: forget}}", "redaction.keys must be names with one of drop, hash, keep"),
            ("content: {capture: half}", "content.capture must be one of full, masked, off"),
            ("apps: {a: {services: b}}", "apps.a.services must be a list of texts"),
            ("collector: {http: \"0.0.0.0:4318\"}", "must be a loopback address"),
            ("collector: {grpc: \"0.0.0.0:4317\"}", "must be off, or a loopback address"),
            ("collector: {grpc: nowhere}", "must be off, or a loopback address"),
            ("collector: {http: \"localhost\"}", "must be a loopback address"),
            ("collector: {http: \"127.0.0.1:70000\"}", "must be a loopback address"),
            ("collector: {http: [1]}", "must be a loopback address"),
            ("collector: {limits: {body: 1PiB}}", "must be a size from 64KiB to 256MiB"),
            ("collector: {limits: {body: 9223372036854775807GiB}}", "must be a size"),
            ("prices: {model: a}", "prices must be a list"),
            ("prices: [{model: a, input: free}]", "prices[0].input must be a number of dollars"),
            ("prices: [{model: a, output: 1}]", "prices[0]: a: the price of input tokens is missing"),
            ("prices: [{model: a, input: -1}]", "prices[0]: input: -1.0 is not a price"),
            ("prices: [{model: a, input: nan}]", "prices[0]: input: nan is not a price"),
            ("prices: [{input: 1}]", "cannot be a model's name"),
            ("prices: [{model: a, input: 1, above: {x: {input: 1}}}]", "must be whole numbers"),
            ("prices: [{model: a, input: 1, tiers: {slow: {input: 1}}}]", "unknown key slow in prices[0].tiers"),
            ("prices: [{model: a, input: 1, valid_from: yesterday}]", "prices[0].valid_from must be a day"),
            ("collector: {log_format: xml}", "must be one of text, json"),
            ("console: {refresh_seconds: nan}", "must be a number from 0.2 to 60.0"),
            ("console: {keys: {a: [b]}}", "console.keys must be names with texts"),
            ("console: {mouse: true, mouse: false}", "a key stands more than once"),
            ("a: b: c", "this is not YAML"),
            ("\"open", "this is not YAML"),
            ("a: *missing", "this is not YAML"),
        ])
    func mistakes(_ text: String, _ message: String) {
        let error = #expect(throws: ConfigurationError.self) { try Configuration(parsing: text) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "none")")
        #expect(error?.problems.allSatisfy { $0.line != nil } == true)
    }

    @Test("a file that is not there says nothing, but a named one must be there")
    func missingFile() throws {
        let paths = ConfigurationPaths(configuration: "/nonexistent/config.yaml")
        #expect(try Configuration.load(paths) == Configuration())
        let error = #expect(throws: ConfigurationError.self) { try Configuration.load(paths, isNamed: true) }
        #expect(error?.description == "/nonexistent/config.yaml: cannot be opened: No such file or directory")
    }

    @Test("prices are read with bands, tiers and dates")
    func prices() throws {
        let configuration = try Configuration(
            parsing: """
                prices:
                  - model: house-model
                    provider: openai
                    input: 2
                    output: 8
                    cache_read: 0.5
                    cache_write: 2.5
                    cache_write_1h: 4
                    reasoning: 10
                    above: {1000: {input: 4}}
                    tiers: {batch: {input: 1, output: 4}}
                    valid_from: 2026-11-24
                """)
        let price = try Price(
            model: "house-model", provider: "openai", from: Timestamp(rfc3339: "2026-11-24T00:00:00Z"),
            standard: PriceSchedule(
                Rates(input: 2, output: 8, cacheRead: 0.5, cacheWrite: 2.5, cacheWriteLong: 4, reasoning: 10),
                above: [1_000: Rates(input: 4)]),
            tiers: [.batch: PriceSchedule(Rates(input: 1, output: 4))])
        #expect(configuration.prices == [price])
    }

    @Test("files are found where XDG says")
    func paths() {
        let set = ConfigurationPaths(environment: ["XDG_CONFIG_HOME": "/x", "HOME": "/h"])
        #expect(set.configuration == "/x/headframe/config.yaml")
        #expect(set.prices == "/x/headframe/prices.yaml")
        #expect(set.themes == "/x/headframe/themes")
        let relative = ConfigurationPaths(environment: ["XDG_CONFIG_HOME": "x", "HOME": "/h"])
        #expect(relative.configuration == "/h/.config/headframe/config.yaml")
    }

    @Test("a theme is read as plain words")
    func theme() throws {
        let theme = try ThemeFile(
            parsing: """
                name: amber
                variant: light
                inherits: dark
                palette: {amber: "#e0b040", sky: 117}
                roles:
                  status.warning: amber bold
                  selection: on #304050
                """, file: "amber.yaml")
        #expect(theme.name == "amber")
        #expect(theme.variant == .light)
        #expect(theme.inherits == "dark")
        #expect(theme.palette == ["amber": "#e0b040", "sky": "117"])
        #expect(theme.roles["status.warning"] == "amber bold")
    }

    @Test(
        "base16 schemes of both shapes are themes",
        arguments: [
            """
            scheme: "Tomorrow Night"
            author: "Chris Kempson"
            COLOURS
            """,
            """
            system: "base24"
            name: "Tomorrow Night"
            variant: "dark"
            palette:
              COLOURS
              base10: "#101010"
            """,
        ])
    func base16(shape: String) throws {
        let indent = shape.contains("palette:") ? "  " : ""
        let colours = (0..<16).map {
            "base0\(String($0, radix: 16, uppercase: true)): \"1d1f2\(String($0, radix: 16))\""
        }
        let theme = try ThemeFile(
            base16: shape.replacing("COLOURS", with: colours.joined(separator: "\n" + indent)), file: "t.yaml")
        #expect(theme.name == "tomorrow-night")
        #expect(theme.variant == .dark)
        #expect(theme.isImported)
        #expect(theme.palette["base0A"] == "#1d1f2a")
        #expect(theme.roles["status.critical"] == "base08 bold")
    }

    @Test("a base16 scheme without one of its colours is refused")
    func incompleteBase16() {
        let error = #expect(throws: ConfigurationError.self) {
            try ThemeFile(base16: "scheme: x\nbase00: \"000000\"", file: "t.yaml")
        }
        #expect(error?.description == "t.yaml: this is no base16 scheme: the colour base01 is missing")
    }

    @Test("themes of btop are themes")
    func btop() throws {
        let theme = try ThemeFile(
            btop: """
                # Main background, empty for terminal default
                theme[main_bg]=""
                theme[main_fg]="#cc"
                theme[title]="#eeeeee"
                theme[hi_fg]='#b54040'
                theme[selected_bg]="106 47 47"
                theme[broken
                """, file: "/usr/share/btop/themes/Default Red.theme")
        #expect(theme.name == "default-red")
        #expect(theme.palette["main_bg"] == "default")
        #expect(theme.palette["selected_bg"] == "#6a2f2f")
        #expect(theme.roles["key"] == "hi_fg bold")
        #expect(theme.roles["text"] == "main_fg on main_bg")
        #expect(theme.roles["selection"] == nil)
        #expect(throws: ConfigurationError.self) { try ThemeFile(btop: "theme[x]=\"#000000\"", file: "x.theme") }
    }

    @Test("a theme without a name is refused")
    func namelessTheme() {
        let error = #expect(throws: ConfigurationError.self) { try ThemeFile(parsing: "roles: {}", file: "t.yaml") }
        #expect(error?.description == "t.yaml: a theme needs a name: add the key name")
    }
}
