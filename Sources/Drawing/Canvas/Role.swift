/// What something on the screen means. A theme gives each role its colours; panes know roles only.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
    /// Running text, and text of less, inverse and more weight.
    case text, textMuted, textInverse, textStrong
    /// Lines of frames, those of the panel that has the keys, and what stands in them.
    case frame, frameFocused, title
    /// Keys where they are explained.
    case key
    /// The selected row, the place being typed at, and what a filter found.
    case selection, cursor, match
    /// The lines above and below every pane, and the tabs between them.
    case header, footer, tab, tabActive
    /// Titles of columns.
    case tableHeader
    /// How something is; a symbol or a word always stands with it.
    case statusOk, statusWarning, statusCritical, statusUnknown, statusStale
    /// Lines of a comparison, and the words in them that differ.
    case diffAdded, diffRemoved, diffAddedEmphasis, diffRemovedEmphasis, diffContext
    /// Lines of charts in their order.
    case chartSeries1, chartSeries2, chartSeries3, chartSeries4
    case chartSeries5, chartSeries6, chartSeries7, chartSeries8
    /// Axes and their labels, values not to be crossed, and moments that matter.
    case chartAxis, chartThreshold, chartMark
    /// Shades of a heat map, from weak to strong.
    case chartHeat1, chartHeat2, chartHeat3, chartHeat4
    /// The release that serves, the one on trial, and a decision that is waited for.
    case rolloutBaseline, rolloutCanary, approvalPending
    /// Who says something in a conversation.
    case messageSystem, messageUser, messageAssistant, messageTool
    /// Fields that are typed into, boxes over the screen, and passing messages.
    case input, dialog, toast

    /// The spelling in theme files and snapshots, such as `status.ok`.
    public var name: String { Self.names[self] ?? Self.camelToDots("\(self)") }

    /// The role with this spelling.
    public init?(named name: String) {
        guard let role = Self.byName[name] else { return nil }
        self = role
    }

    /// The role whose colours serve where a theme does not name this one; `text` has none.
    public var fallback: Role? {
        switch self {
        case .text: nil
        case .frameFocused, .tabActive: .title
        case .key, .title, .tableHeader: .textStrong
        case .header, .footer, .tab, .frame, .chartAxis, .diffContext, .statusUnknown, .statusStale: .textMuted
        case .cursor, .match: .selection
        case .diffAddedEmphasis: .diffAdded
        case .diffRemovedEmphasis: .diffRemoved
        case .diffAdded: .statusOk
        case .diffRemoved, .chartThreshold: .statusCritical
        case .chartMark, .approvalPending: .statusWarning
        case .chartSeries5: .chartSeries1
        case .chartSeries6: .chartSeries2
        case .chartSeries7: .chartSeries3
        case .chartSeries8: .chartSeries4
        case .chartHeat1: .textMuted
        case .chartHeat2, .chartHeat3: .statusWarning
        case .chartHeat4: .statusCritical
        case .rolloutBaseline, .messageUser: .chartSeries1
        case .rolloutCanary, .messageTool: .chartSeries2
        case .messageAssistant: .chartSeries3
        case .messageSystem: .textMuted
        default: .text
        }
    }

    /// The role of the n-th series of a chart, counted from 0; after eight they begin again.
    public static func chartSeries(_ index: Int) -> Role {
        let series: [Role] = [
            .chartSeries1, .chartSeries2, .chartSeries3, .chartSeries4, .chartSeries5, .chartSeries6, .chartSeries7,
            .chartSeries8,
        ]
        return series[((index % 8) + 8) % 8]
    }

    private static let names = Dictionary(uniqueKeysWithValues: allCases.map { ($0, camelToDots("\($0)")) })
    private static let byName = Dictionary(uniqueKeysWithValues: names.map { ($1, $0) })

    /// `chartSeries1` becomes `chart.series.1`.
    private static func camelToDots(_ word: String) -> String {
        var dotted = ""
        for scalar in word.unicodeScalars {
            if scalar.properties.isUppercase || ("0"..."9").contains(scalar) { dotted += "." }
            dotted += scalar.properties.lowercaseMapping
        }
        return dotted
    }
}
