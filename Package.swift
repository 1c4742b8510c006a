// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: Swift 6 mode, explicit existentials and imports, no warnings.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A room of the house: one target a folder. What a room may use is written here and in docs/architecture.md, and
/// `ArchitectureTests` reads the imports and fails on any other arrow.
func room(_ name: String, _ uses: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses, swiftSettings: strict)
}

/// The tests of one room, in `Tests/<room>Tests`.
func tests(_ name: String, _ uses: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: uses + ["TestSupport"], swiftSettings: strict)
}

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOHTTP2", package: "swift-nio-http2"),
    .product(name: "NIOHPACK", package: "swift-nio-http2"),
]
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let protobuf: Target.Dependency = .product(name: "SwiftProtobuf", package: "swift-protobuf")

let package = Package(
    name: "headframe",
    products: [
        .executable(name: "headframe", targets: ["headframe"]),
        .executable(name: "headframed", targets: ["headframed"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Values and pure functions
        room("Domain"),
        room("Statistics"),
        room("Conventions", ["Domain"]),
        room("Redaction", ["Domain"]),
        room("Pricing", ["Domain"]),
        room("Control", ["Domain", "Statistics"]),
        room("PromptDiff", ["Domain"]),
        room("Evaluation", ["Domain", "Statistics", "PromptDiff"]),
        room("Drawing"),
        room("Diagnosis", ["Domain", "Statistics"]),
        room("Wording", ["Domain", "Diagnosis", "Drawing"]),
        room("Reports", ["Domain", "Drawing", "PromptDiff", "Comparison", "Wording"]),
        room("Comparison", ["Domain", "PromptDiff", "Evaluation", "Drawing"]),
        room("Console", ["Domain", "Control", "Diagnosis", "Drawing", "Comparison", "Wording"]),
        // The edges: bytes, disk, network, terminal
        room("Wire", ["Domain", "Redaction", "CZlib"]),
        room("Storage", ["Domain", "Statistics", "CZstd", grdb, sqlite]),
        room("Outbound", ["CCurl"]),
        room("Configuration", ["Domain", "Pricing", "Outbound", yams]),
        room(
            "Collector",
            [
                "Domain", "Statistics", "Redaction", "Wire", "Conventions", "Pricing", "Control", "Storage",
                "Configuration", "Outbound", "PromptDiff", "Wording", "Evaluation",
                "CProcess", logging,
            ] + nio),
        room("ControlClient", ["Domain", "Configuration", "Outbound"]),
        room("Terminal", ["Drawing", "CCurses"]),
        room("Simulator", ["Domain", "Outbound"]),
        // Plain functions over system libraries
        .target(name: "CCurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CProcess"),
        .target(name: "CZstd", linkerSettings: [.linkedLibrary("zstd")]),
        .target(
            name: "CReference",
            linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("util"), .linkedLibrary("zstd")]),
        .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
        // Programs
        .executableTarget(
            name: "headframed", dependencies: ["Collector", "Configuration", "Domain", arguments], swiftSettings: strict
        ),
        .executableTarget(
            name: "headframe",
            dependencies: [
                "Domain", "Redaction", "Wire", "Conventions", "Pricing", "Control", "Storage", "Configuration",
                "Collector", "Drawing",
                "Reports", "Diagnosis", "PromptDiff", "Comparison", "Wording", "Evaluation",
                "Console", "ControlClient", "Terminal", "Simulator", arguments,
            ], swiftSettings: strict),
        .executableTarget(
            name: "Bench",
            dependencies: [
                "Domain", "Wire", "Conventions", "Statistics", "Storage", "PromptDiff", "Comparison", "Drawing",
                "Console",
                "Simulator", "CReference", "OTLPMessages", protobuf, arguments,
            ], swiftSettings: strict),
        // Tests
        .target(name: "TestSupport", dependencies: ["Domain", "Drawing"], swiftSettings: strict),
        .target(
            name: "OTLPMessages", dependencies: [protobuf], path: "Tests/OTLPMessages"),
        tests("Architecture"),
        tests("Domain", ["Domain"]),
        tests("Statistics", ["Statistics", "Domain"]),
        tests("Wire", ["Wire", "Redaction", "Domain", "OTLPMessages", protobuf]),
        tests("Redaction", ["Redaction", "Domain"]),
        tests("Conventions", ["Conventions", "Domain", "Wire"]),
        tests("Pricing", ["Pricing", "Domain"]),
        tests("Control", ["Control", "Domain", "Statistics", "Simulator"]),
        tests("PromptDiff", ["PromptDiff", "Domain"]),
        tests("Evaluation", ["Evaluation", "Domain"]),
        tests("Configuration", ["Configuration", "Pricing", "Domain"]),
        tests("Storage", ["Storage", "Domain", "Statistics", "Wire", "Conventions", grdb]),
        tests("Drawing", ["Drawing"]),
        tests("Diagnosis", ["Diagnosis", "Domain", "Conventions", "Pricing", "Simulator", "Storage", "Wire"]),
        tests("Wording", ["Wording", "Diagnosis", "Domain"]),
        tests("Reports", ["Reports", "Comparison", "Domain"]),
        tests("Comparison", ["Comparison", "Domain", "PromptDiff", "Drawing"]),
        tests("Console", ["Console", "Diagnosis", "Domain", "Drawing", "Wording"]),
        tests("Terminal", ["Terminal", "Drawing"]),
        tests("Outbound", ["Outbound"]),
        tests("Simulator", ["Simulator", "Domain", "Wire", "Conventions"]),
        tests(
            "Collector",
            [
                "Collector", "Configuration", "Control", "ControlClient", "Conventions", "Pricing", "Domain",
                "Redaction",
                "Simulator", "Statistics", "Storage", "Wire",
                "headframed",
                logging,
            ] + nio),
        tests("Program", ["Domain", "headframe", "headframed"]),
    ]
)
