import Control
import Domain
import Drawing
import Wording

extension ConsoleState {
    var rolloutsLayout: RolloutsLayout {
        let plan = rollouts.selected?.plan
        return RolloutsLayout(
            rollouts: rollouts.rollouts?.count ?? 0, steps: plan?.steps.count ?? 0, gates: plan?.gates.count ?? 0,
            in: ScreenLayout(size).pane, size.widthClass)
    }

    /// Draws the pane.
    func drawRollouts(in pane: Rect, on canvas: inout Canvas) {
        guard let all = rollouts.rollouts else {
            let text = rollouts.asking.failure.map { StyledText("✖ \($0.reason)", .statusCritical) }
            canvas.write(
                text ?? StyledText("reading the store …", .textMuted), in: pane, row: pane.height / 2,
                alignment: .centre)
            return
        }
        guard let selected = rollouts.selected else { return drawRolloutsLesson(in: pane, on: &canvas) }
        let layout = rolloutsLayout
        if all.count > 1 {
            let waiting = rollouts.waiting.count
            if layout.isFramed {
                Frame(
                    title: "Rollouts", trailing: StyledText("\(waiting) waiting · \(all.count) in all", .textMuted),
                    isFocused: rollouts.focus == .rollouts
                ).draw(in: layout.list, on: &canvas)
            } else {
                canvas.fill(layout.list.splitBottom(1).bottom, with: "─", style: Style(.frame))
            }
            rolloutsTable(all).draw(in: layout.rows, on: &canvas)
        }
        let detail = rollouts.detail
        let rollout = detail?.rollout ?? selected
        drawHead(rollout, detail?.standing, in: layout.head, on: &canvas)
        let steps = StepList(rollout, detail?.events ?? [], now: now ?? end)
        drawSteps(steps, in: layout, on: &canvas)
        drawGates(rollout, detail?.standing, in: layout, on: &canvas)
        drawEvidence(rollout, detail?.standing, in: layout, on: &canvas)
        if let detail {
            drawCourse(detail, in: layout, on: &canvas)
            drawLog(detail, in: layout, on: &canvas)
        }
    }

    // MARK: Parts

    /// All rollouts, what waits for people first.
    func rolloutsTable(_ all: [Rollout]) -> Table {
        let columns: [Table.Column] = [
            .init("", minimum: 12, maximum: 24), .init("", minimum: 10, maximum: 30),
            .init("", minimum: 13, maximum: 20), .init("", minimum: 20),
            .init("", alignment: .right, minimum: 5, maximum: 6, priority: 1),
            .init("", minimum: 6, maximum: 10, priority: 2),
        ]
        var table = Table(columns, count: all.count, selected: rollouts.selectedIndex) { index in
            let rollout = all[index]
            let since = (now ?? end).since(rollout.ended ?? rollout.stepBegan).seconds
            return [
                StyledText(rollout.plan.app), StyledText(rollout.plan.releasesText), StyledText(stepText(rollout)),
                rollout.phase.text, StyledText(Format.age(seconds: since), .textMuted),
                StyledText(Format.person(rollout.author), .textMuted),
            ]
        }
        table.hasHeader = false
        table.isFocused = rollouts.focus == .rollouts
        return table
    }

    private func stepText(_ rollout: Rollout) -> String {
        let share =
            rollout.currentStep?.weight == nil && !rollout.phase.isFinal ? "shadow" : RolloutStep.share(rollout.weight)
        return "\(rollout.step + 1)/\(rollout.plan.steps.count) · \(share)"
    }

    /// What it is, and what it waits for.
    private func drawHead(_ rollout: Rollout, _ standing: RolloutStanding?, in rect: Rect, on canvas: inout Canvas) {
        let plan = rollout.plan
        let since = Format.age(seconds: (rollout.ended ?? now ?? end).since(rollout.stepBegan).seconds)
        let isNarrow = size.widthClass == .narrow
        let step =
            isNarrow
            ? "step \(rollout.step + 1)/\(plan.steps.count)" : "step \(rollout.step + 1) of \(plan.steps.count)"
        let share = rollout.currentStep?.weight == nil ? "shadow" : "canary \(RolloutStep.share(rollout.weight))"
        var left = StyledText(plan.app, .title) + StyledText("  \(plan.releasesText)", .textStrong)
        left.append((isNarrow ? "  " : "      ") + "\(step) · \(share) · \(since)")
        if rollout.attempt > 1 { left.append(" · attempt \(rollout.attempt)", .muted) }
        let state = rollout.phase.text
        let width = state.width(in: canvas.glyphs)
        let line = rect.inset(horizontal: 1, vertical: 0)
        canvas.write(left, in: line.splitLeft(line.width - width - 2).left)
        canvas.write(state, in: line, alignment: .right)
        canvas.write(reasonText(rollout, standing), in: line, row: 1)
    }

    /// Why it stands as it stands.
    private func reasonText(_ rollout: Rollout, _ standing: RolloutStanding?) -> StyledText {
        switch rollout.phase {
        case .running:
            guard let standing else { return StyledText("nothing was looked at yet", .textMuted) }
            let missing = StepReadiness(rollout, standing, at: now ?? end).missing
            return StyledText(
                missing.isEmpty ? "goes on by itself" : "needs: " + missing.joined(separator: " · "), .textMuted)
        case .waitingForApproval:
            let needed = rollout.currentStep?.approval?.count ?? 1
            let given = StepReadiness.approvals(of: rollout, at: now ?? end)
            let people = rollout.approvals.map {
                "\(Format.person($0.principal)) \(TimeWords.minute($0.time, reference: now ?? end))"
            }
            var text = StyledText(
                "\(given) of \(needed) agreed" + (people.isEmpty ? "" : " (\(people.joined(separator: ", ")))"))
            let author = Format.person(rollout.author)
            text.append(
                rollout.plan.needsFourEyes ? " · author \(author); four eyes: not \(author)" : " · author \(author)",
                Style.muted)
            return text
        case .held, .completed, .rolledBack, .aborted, .superseded:
            return StyledText(rollout.reason, rollout.phase == .completed ? .textMuted : .text)
        }
    }

    private func drawSteps(_ steps: StepList, in layout: RolloutsLayout, on canvas: inout Canvas) {
        if layout.isFramed {
            let inside = Frame(title: "Steps").draw(in: layout.steps, on: &canvas)
            steps.draw(in: inside, on: &canvas)
        } else {
            canvas.write(steps.text, in: layout.steps, column: 1)
        }
    }

    /// The gates of the rollout that is seen.
    func gateTable(_ rollout: Rollout, _ standing: RolloutStanding?) -> GateTable {
        GateTable(
            rollout: rollout, standing: standing, selected: rollouts.gateIndex, isFocused: rollouts.focus == .gates,
            width: size.widthClass)
    }

    private func drawGates(
        _ rollout: Rollout, _ standing: RolloutStanding?, in layout: RolloutsLayout, on canvas: inout Canvas
    ) {
        let units = standing.map {
            "\(Format.grouped($0.stableUnits)) stable, \(Format.grouped($0.canaryUnits)) canary units · always-valid 95 %"
        }
        if layout.isFramed {
            Frame(
                title: "Gates", trailing: StyledText(units ?? "", .textMuted), isFocused: rollouts.focus == .gates
            ).draw(in: layout.gates, on: &canvas)
        } else {
            let rule = layout.gates.splitTop(1).top
            canvas.fill(rule, with: "─", style: Style(.frame))
            if let units { canvas.write(StyledText(" \(units) ", .textMuted), in: rule, alignment: .right) }
        }
        gateTable(rollout, standing).draw(in: layout.inside(layout.gates), on: &canvas)
    }

    private func drawEvidence(
        _ rollout: Rollout, _ standing: RolloutStanding?, in layout: RolloutsLayout, on canvas: inout Canvas
    ) {
        var rect = layout.evidence
        if !layout.isFramed {
            canvas.fill(rect.splitTop(1).top, with: "─", style: Style(.frame))
            rect = rect.splitTop(1).rest.inset(horizontal: 1, vertical: 0)
        }
        guard let standing else { return }
        let lines = standing.evidenceText(rollout).wrapped(width: rect.width, glyphs: glyphs)
        for (row, line) in lines.prefix(rect.height).enumerated() { canvas.write(line, in: rect, row: row) }
        if standing.lateCalls > 0, lines.count < rect.height {
            let late = "\(Format.count(standing.lateCalls)) calls came after the time of their unit: counted, not used"
            canvas.write(late, in: rect, row: lines.count, style: .muted)
        }
    }

    private func drawCourse(_ detail: RolloutDetail, in layout: RolloutsLayout, on canvas: inout Canvas) {
        guard let rect = layout.course, let gate = rollouts.gate else { return }
        guard let course = GateCourse(gate, detail) else {
            let inside = Frame(title: StyledText("\(gate.label), difference over time")).draw(in: rect, on: &canvas)
            canvas.write(
                "nothing was recorded yet", in: inside, row: inside.height / 2, style: .muted, alignment: .centre)
            return
        }
        let reference = now ?? end
        course.draw(
            from: TimeWords.minute(course.first, reference: reference),
            to: TimeWords.minute(course.last, reference: reference), in: rect, on: &canvas)
    }

    /// What happened, the newest first.
    private func drawLog(_ detail: RolloutDetail, in layout: RolloutsLayout, on canvas: inout Canvas) {
        let rect: Rect
        if layout.isFramed {
            rect = Frame(title: "Log").draw(in: layout.log, on: &canvas).inset(horizontal: 1, vertical: 0)
        } else {
            canvas.write(StyledText("LOG", .tableHeader), in: layout.log, column: 1)
            rect = layout.log.splitLeft(6).rest
        }
        for (row, event) in detail.events.reversed().prefix(rect.height).enumerated() {
            let who = StyledText(event.principal.map(Format.person) ?? "engine", .textMuted)
            let time = StyledText(TimeWords.minute(event.time, reference: now ?? end) + "  ", .textMuted)
            let line = Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1)
            let room = line.splitLeft(line.width - who.width(in: canvas.glyphs) - 2).left
            canvas.write(time + StyledText(event.text(detail.rollout.plan)), in: room)
            canvas.write(who, in: line.inset(horizontal: layout.isFramed ? 0 : 1, vertical: 0), alignment: .right)
        }
    }

    private func drawRolloutsLesson(in pane: Rect, on canvas: inout Canvas) {
        let lines = [
            StyledText("There is no rollout.", .title), StyledText(),
            StyledText(
                "Write down app, releases, steps and gates in a file, see what it would have done, and start it:"),
            StyledText("    headframe rollout start rollout.yaml --dry-run", .key),
            StyledText("    headframe rollout start rollout.yaml", .key), StyledText(),
            StyledText(
                "The canary gets more traffic only when its gates show that it is not worse, and loses it when it is."),
        ]
        let room = pane.inset(horizontal: 2, vertical: 1)
        let wrapped = lines.flatMap { $0.wrapped(width: room.width, glyphs: glyphs) }
        for (row, line) in wrapped.enumerated() { canvas.write(line, in: room, row: row) }
    }
}
