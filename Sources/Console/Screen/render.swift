import Drawing

/// The screen of a state. Colours are the terminal's business: a canvas speaks of roles, to which a theme gives colours when it is
/// painted, so the same canvas serves every theme.
public func render(_ state: ConsoleState) -> Canvas {
    var canvas = Canvas(width: state.size.width, height: state.size.height, glyphs: state.glyphs)
    guard state.size.isLargeEnough else {
        let text =
            state.size.width < 40
            ? "needs 60x16" : "headframe needs 60x16, this is \(state.size.width)x\(state.size.height)"
        canvas.write(text, in: canvas.bounds, row: canvas.height / 2)
        return canvas
    }
    let layout = ScreenLayout(state.size)
    Header(state, width: layout.header.width).draw(in: layout.header, on: &canvas)
    TabBar.draw(state.place.pane, in: layout.tabs, on: &canvas)
    canvas.fill(layout.upperRule, with: "─", style: Style(.frame))
    switch state.place {
    case .overview: state.drawOverview(on: &canvas)
    case .requests: state.drawRequests(in: layout.pane, on: &canvas)
    case .request: state.drawRequest(in: layout.pane, on: &canvas)
    case .health: state.drawHealth(in: layout.pane, on: &canvas)
    case .alerts: state.drawAlerts(in: layout.pane, on: &canvas)
    case .prompts: state.drawPrompts(in: layout.pane, on: &canvas)
    case .rollouts: state.drawRollouts(in: layout.pane, on: &canvas)
    case .comparison: state.drawComparison(in: layout.pane, on: &canvas)
    case .evaluations: state.drawEvaluations(in: layout.pane, on: &canvas)
    case .audit: state.drawAudit(in: layout.pane, on: &canvas)
    case .behaviour: state.drawBehaviour(in: layout.pane, on: &canvas)
    case .incident: state.drawIncident(in: layout.pane, on: &canvas)
    }
    canvas.fill(layout.lowerRule, with: "─", style: Style(.frame))
    state.drawFooter(in: layout.footer, on: &canvas)
    switch state.overlay {
    case .picker(let picker): PickerView(picker, in: layout.screen).draw(on: &canvas)
    case .help(let help): help.draw(state, in: layout.pane, on: &canvas)
    case .prompt(let prompt): prompt.draw(state, in: layout, on: &canvas)
    case .editor(let editor): EditorView(editor, in: layout.pane).draw(on: &canvas)
    case .decision(let decision):
        if let outlook = state.outlook(decision) {
            DecisionView(decision: decision, outlook: outlook).draw(in: layout.pane, on: &canvas)
        }
    case nil:
        if let notice = state.notice?.notice {
            notice.draw(in: layout.lowerRule, on: &canvas)
        } else if let line = state.chartCursorLine {
            canvas.fill(layout.lowerRule)
            canvas.write(line, in: layout.lowerRule, column: 1)
        }
    }
    return canvas
}
