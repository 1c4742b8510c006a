import Configuration
import Domain
import Storage

/// The parts of the configuration whose change is worth a mark.
struct ConfiguredParts {
    /// What the mark of each says.
    private static let texts: [(kind: Mark.Kind, text: String)] = [
        (.prices, "prices changed"), (.configuration, "configuration of headframed changed"),
        (.rules, "alert rules changed"),
    ]

    private var spellings: [Mark.Kind: String] = [:]

    init(_ configuration: Configuration) {
        for child in Mirror(reflecting: configuration).children {
            let kind: Mark.Kind =
                switch child.label {
                case "prices": .prices
                case "alerts": .rules
                default: .configuration
                }
            spellings[kind, default: ""] += "\(child.label ?? ""): \(Self.spelling(child.value))\n"
        }
        // The prices that are built in come with the program.
        spellings[.prices, default: ""] += Collector.version
    }

    /// Has the store mark what is not as it was when a collector last looked.
    func notice(in store: ControlStore) throws {
        for (kind, text) in Self.texts {
            try store.noticeChange(of: kind, state: spellings[kind] ?? "", text: text)
        }
    }

    /// A value spelled so that equal values are spelled alike, in whatever order dictionaries and sets have their elements.
    private static func spelling(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        let parts = mirror.children.map { "\($0.label ?? ""):\(spelling($0.value))" }
        guard !parts.isEmpty else { return String(describing: value) }
        let isUnordered = mirror.displayStyle == .dictionary || mirror.displayStyle == .set
        return "\(mirror.subjectType)(" + (isUnordered ? parts.sorted() : parts).joined(separator: ",") + ")"
    }
}
