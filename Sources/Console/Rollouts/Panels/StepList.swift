import Domain
import Drawing
import Wording

/// The steps of a rollout: which are done and how long they took, which is under way, which come.
struct StepList {
    /// From the first on.
    let lines: [Line]

    /// A step as it is shown.
    struct Line {
        let sign: String
        let name: String
        /// Whether people have to agree before the next one.
        let asksPeople: Bool
        /// How long it took or has taken; nil of one that has not begun.
        let length: Nanoseconds?
        /// The shortest that it lasts.
        let soak: Nanoseconds
        let role: Role
    }

    init(_ rollout: Rollout, _ events: [RolloutEvent], now: Timestamp) {
        let beginnings = events.compactMap { event -> (step: Int, time: Timestamp)? in
            if case .step(let index) = event.change { (index, event.time) } else { nil }
        }
        lines = rollout.plan.steps.enumerated().map { index, step in
            let place = beginnings.lastIndex { $0.step == index }
            let began = place.map { beginnings[$0].time } ?? (index == rollout.step ? rollout.stepBegan : nil)
            let next = place.flatMap { $0 + 1 < beginnings.count ? beginnings[$0 + 1].time : nil }
            let end = next ?? rollout.ended ?? now
            let isPresent = index == rollout.step
            let isDone = index < rollout.step || (isPresent && rollout.phase == .completed)
            let role: Role = isDone ? .statusOk : isPresent ? .rolloutCanary : .textMuted
            return Line(
                sign: isDone ? "✓" : isPresent ? Self.sign(rollout.phase) : "·", name: step.text,
                asksPeople: step.approval != nil, length: began.map { end.since($0) }, soak: step.soak, role: role)
        }
    }

    private static func sign(_ phase: RolloutPhase) -> String {
        switch phase {
        case .running, .waitingForApproval: "▶"
        case .held: "‖"
        case .completed: "✓"
        case .rolledBack, .aborted, .superseded: "✖"
        }
    }

    /// One below the other.
    func draw(in rect: Rect, on canvas: inout Canvas) {
        // What is under way is seen whatever the number of steps.
        let present = lines.lastIndex { $0.length != nil } ?? 0
        let first = max(0, min(present - rect.height / 2, lines.count - rect.height))
        for (row, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
            let mark = line.asksPeople ? StyledText(" ◆", line.length == nil ? .textMuted : .approvalPending) : ""
            canvas.write(StyledText("\(line.sign) \(line.name)", line.role) + mark, in: rect, column: 1, row: row)
            let time =
                line.length.map { Format.age(seconds: $0.seconds) } ?? "soak \(Format.age(seconds: line.soak.seconds))"
            canvas.write(
                StyledText(time + " ", line.length == nil ? .textMuted : .text), in: rect, row: row, alignment: .right)
        }
    }

    /// In one line: `✓ shadow 20 m   ▶ 5 % 41 m ◆   · 25 %`.
    var text: StyledText {
        .joined(
            lines.map { line in
                let time = line.length.map { " " + Format.age(seconds: $0.seconds) } ?? ""
                return StyledText("\(line.sign) \(line.name)", line.role) + StyledText(time)
                    + StyledText(
                        line.asksPeople ? " ◆" : "", line.length == nil ? Role.textMuted : .approvalPending)
            }, separator: StyledText("   "))
    }
}
