import Domain
import Drawing

extension ConsoleState {
    /// Where a collector listens unless it was told otherwise.
    private static let usualAddress = "127.0.0.1:4318"

    /// Whether the pane teaches, because the store is empty.
    var teaches: Bool { summary.map { $0.spans == 0 } ?? false }

    /// The lines that point an OpenTelemetry SDK at the collector.
    var lesson: [String] {
        [
            "export OTEL_EXPORTER_OTLP_ENDPOINT=http://\(summary?.collector?.http ?? Self.usualAddress)",
            "export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "export OTEL_SERVICE_NAME=my-app",
        ]
    }

    /// Draws how to get the first call on the screen.
    func drawLesson(in rect: Rect, on canvas: inout Canvas) {
        let width = min(72, rect.width - 2)
        let area = rect.centred(width: width, height: 9)
        canvas.write("No telemetry yet", in: area, style: Style(.title))
        canvas.write("Point an OpenTelemetry SDK at the collector:", in: area, row: 2)
        for (row, line) in lesson.enumerated() {
            canvas.write(line, in: area, column: 2, row: 4 + row, style: Style(.textStrong))
        }
        let copy = StyledText(keyLabel("overview.copy"), .key) + StyledText(" copies the lines. ", .textMuted)
        canvas.write(copy + StyledText("The first call shows within a second.", .textMuted), in: area, row: 8)
    }
}
