import Diagnosis
import Domain
import Drawing

/// The row of Overview that shows what model servers say of themselves.
struct ModelServers {
    private let servers: [ModelServer]
    private let namesEnvironment: Bool
    /// Servers that have a line of their own where there is room.
    static let mostLines = 4

    init(_ servers: [ModelServer]) {
        self.servers = servers
        namesEnvironment = Set(servers.map(\.environment)).count > 1
    }

    /// Draws a table in a frame, or the first server in one line where there is no more room.
    func draw(in rect: Rect, on canvas: inout Canvas) {
        guard rect.height > 1 else {
            if let first = servers.first { canvas.write(line(first, width: rect.width - 1), in: rect, column: 1) }
            return
        }
        let hidden = servers.count - (rect.height - 3)
        let note = (hidden > 0 ? "\(hidden) more · " : "") + "≈ from the server's histogram"
        let inner = Frame(title: StyledText("Model servers"), trailing: StyledText(note, .textMuted), isFocused: false)
            .draw(in: rect, on: &canvas)
        var table = Table(Self.columns, count: servers.count) { cells(servers[$0]) }
        table.isFocused = false
        table.draw(in: inner, on: &canvas)
    }

    private static let columns: [Table.Column] = [
        .init("SERVER", minimum: 12, maximum: 32), .init("WAITING", alignment: .right, minimum: 9, maximum: 9),
        .init("", minimum: 12, maximum: 24, priority: 3), .init("RUNNING", alignment: .right, minimum: 8, maximum: 8),
        .init("KV CACHE", alignment: .right, minimum: 9, maximum: 9), .init("", minimum: 12, maximum: 24, priority: 4),
        .init("TTFT ≈P50 s", alignment: .right, minimum: 12, maximum: 12, priority: 1),
        .init("≈P95 s", alignment: .right, minimum: 7, maximum: 7, priority: 1),
        .init("OUT TOK/S", alignment: .right, minimum: 10, maximum: 10, priority: 2),
    ]

    private func cells(_ server: ModelServer) -> [StyledText] {
        func course(_ course: ModelServer.Course?, full: Double?, _ role: Role) -> StyledText {
            guard let course else { return StyledText() }
            return Sparkline(course.points, full: full).text(width: 24, role: role)
        }
        let queueScale = max(5, server.waiting?.points.compactMap(\.self).max() ?? 0)
        return [
            StyledText(name(server)), waiting(server), course(server.waiting, full: queueScale, .chartSeries1),
            number(Format.count(server.running?.latest)), cache(server),
            course(server.cacheShare, full: 1, .chartSeries2),
            number(Format.seconds(server.firstToken?.quantile(0.5))),
            number(Format.seconds(server.firstToken?.quantile(0.95))), number(Format.count(server.outputTokens)),
        ]
    }

    /// The first server and how many more there are; less where it does not fit.
    private func line(_ server: ModelServer, width: Int) -> StyledText {
        func part(_ label: String, _ value: StyledText) -> StyledText { StyledText(label, .textMuted) + value }
        var parts = [
            StyledText("SERVERS  ", .tableHeader) + StyledText(Text.truncated(Text.sanitized(name(server)), to: 16)),
            waiting(server) + StyledText(" waiting", .textMuted),
            number(Format.count(server.running?.latest)) + StyledText(" running", .textMuted),
            part("KV ", cache(server)),
        ]
        if let firstToken = server.firstToken {
            let (p50, p95) = (firstToken.quantile(0.5), firstToken.quantile(0.95))
            parts.append(part("TTFT ≈", number("\(Format.seconds(p50))/\(Format.seconds(p95)) s")))
        }
        if server.outputTokens != nil { parts.append(part("", number(Format.count(server.outputTokens) + " tok/s"))) }
        let more = servers.count > 1 ? StyledText("  +\(servers.count - 1)", .textMuted) : StyledText()
        while parts.count > 2, (StyledText.joined(parts, separator: "  ") + more).width() > width { parts.removeLast() }
        return StyledText.joined(parts, separator: "  ") + more
    }

    private func name(_ server: ModelServer) -> String {
        namesEnvironment ? "\(server.service) (\(server.environment))" : server.service
    }

    private func number(_ text: String) -> StyledText {
        text.hasPrefix(Format.missing) ? StyledText(text, .textMuted) : StyledText(text)
    }

    private func waiting(_ server: ModelServer) -> StyledText {
        let text = Format.count(server.waiting?.latest)
        return server.isFallingBehind ? StyledText("▲ \(text)", .statusWarning) : number(text)
    }

    private func cache(_ server: ModelServer) -> StyledText {
        let text = Format.percent(server.cacheShare?.latest)
        return server.isFull ? StyledText("▲ \(text)", .statusCritical) : number(text)
    }
}
