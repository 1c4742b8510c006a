import Foundation
import Testing

/// Who may know whom. The table is the one of docs/architecture.md; a room that is missing here, or an import that its row does
/// not name, fails.
@Suite struct ArrowTests {
    static let system: Set<String> = [
        "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Synchronization", "Dispatch",
    ]
    static let nio: Set<String> = ["NIOCore", "NIOPosix", "NIOHTTP1", "NIOHTTP2", "NIOHPACK"]

    static let allowed: [String: Set<String>] = [
        "Domain": [],
        "Statistics": [],
        "Conventions": ["Domain"],
        "Redaction": ["Domain"],
        "Pricing": ["Domain"],
        "Control": ["Domain", "Statistics"],
        "Wire": ["Domain", "Redaction", "CZlib"],
        "Storage": ["Domain", "Statistics", "CZstd", "GRDB", "GRDBSQLite"],
        "Outbound": ["CCurl"],
        "Configuration": ["Domain", "Pricing", "Outbound", "Yams"],
        "Collector": Set([
            "Domain", "Statistics", "Redaction", "Wire",
            "Conventions", "Pricing", "Control", "Storage", "Configuration",
            "Outbound", "PromptDiff", "Wording", "Evaluation",
            "CProcess", "Logging",
        ]).union(
            nio),
        "PromptDiff": ["Domain"],
        "Evaluation": ["Domain", "Statistics", "PromptDiff"],
        "Drawing": [],
        "Diagnosis": ["Domain", "Statistics"],
        "Wording": ["Domain", "Diagnosis", "Drawing"],
        "Reports": ["Domain", "Drawing", "PromptDiff", "Comparison", "Wording"],
        "Comparison": ["Domain", "PromptDiff", "Evaluation", "Drawing"],
        "Console": ["Domain", "Control", "Diagnosis", "Drawing", "Comparison", "Wording"],
        "ControlClient": ["Domain", "Configuration", "Outbound"],
        "Terminal": ["Drawing", "CCurses"],
        "Simulator": ["Domain", "Outbound"],
        "headframed": ["Domain", "Configuration", "Collector", "ArgumentParser"],
        "headframe": [
            "Domain", "Redaction", "Wire", "Conventions", "Pricing", "Control", "Storage", "Configuration", "Collector",
            "Drawing",
            "Reports", "Diagnosis", "PromptDiff", "Comparison", "Wording", "Evaluation", "Console", "ControlClient",
            "Terminal", "Simulator", "ArgumentParser",
        ],
        "Bench": [
            "Domain", "Wire", "Conventions", "Statistics", "Storage", "PromptDiff", "Comparison", "Drawing", "Console",
            "Simulator",
            "CReference", "OTLPMessages", "SwiftProtobuf", "ArgumentParser",
        ],
        "TestSupport": ["Domain", "Drawing", "Testing"],
        "CCurses": [], "CCurl": [], "CZstd": [], "CZlib": [], "CProcess": [], "CReference": [],
    ]

    @Test func everyRoomHasARow() throws {
        #expect(try Set(Source.rooms()) == Set(Self.allowed.keys))
    }

    @Test(arguments: allowed.keys.sorted())
    func importsOnlyWhatItsRowNames(room: String) throws {
        let row = Self.allowed[room, default: []].union(Self.system)
        for file in Source.swiftFiles("Sources/\(room)") {
            let forbidden = try Source.imports(file).subtracting(row)
            #expect(forbidden.isEmpty, "\(room)/\(file.lastPathComponent) imports \(forbidden.sorted())")
        }
    }

    /// Rooms of values and pure functions neither read files nor the clock nor the network.
    @Test(arguments: [
        "Statistics", "Conventions", "Redaction", "Pricing", "Control", "PromptDiff", "Diagnosis", "Drawing", "Wording",
        "Reports", "Comparison", "Console",
    ])
    func pureRoomsDoNoInputOrOutput(room: String) throws {
        let files = Source.swiftFiles("Sources/\(room)")
        #expect(!files.isEmpty)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in [
                "FileManager", "ProcessInfo", "getenv(", "Date()", "SystemClock", "fopen(", "open(\"", "print(",
            ] {
                #expect(!text.contains(word), "\(room)/\(file.lastPathComponent) says \(word)")
            }
        }
    }
}
