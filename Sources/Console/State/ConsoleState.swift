import Domain
import Drawing

/// Everything that the console knows and shows. It changes only in `reduce`, and `render` shows it.
public struct ConsoleState: Sendable {
    /// The size of the terminal.
    public internal(set) var size = CanvasSize(width: 80, height: 24)
    /// The last moment told by a tick; nil before the first.
    public internal(set) var now: Timestamp?
    /// The name of the theme that is drawn with.
    public internal(set) var theme: String
    /// Whether the mouse is listened to.
    public internal(set) var usesMouse: Bool
    /// Which part of the world is looked at.
    public internal(set) var scope: Scope
    /// Which time is looked at.
    public internal(set) var time: TimeSelection
    /// Where the person is, and the places on the way here.
    var place = Place.overview
    var earlierPlaces: [Place] = []
    /// The times that were looked at in places which were left for another time.
    var earlierTimes: [Place: TimeSelection] = [:]
    /// The answers that Overview and the header wait for.
    var asking = Asking<OverviewQuestion>()
    var overview = OverviewState()
    var requests = RequestsState()
    /// The request that was opened last.
    var request: RequestState?
    var health = HealthState()
    var alerts = AlertsState()
    /// The incident that was opened last.
    var incident: IncidentState?
    var prompts = PromptsState()
    /// The comparison that was opened last.
    var comparison: ComparisonState?
    var rollouts = RolloutsState()
    var evaluations = EvaluationsState()
    var audit = AuditState()
    /// The session to which it belongs.
    var session: SessionState?
    /// What was sent to the collector and is not answered yet.
    var pending = PendingCommands()
    var drafts = Drafts()
    /// Who sits here, as the collector names them; nil until that is known.
    var principal: String?
    var vocabulary = VocabularyState()
    /// Filters that were used, the latest last.
    var filterHistory: [String] = []
    /// What lies over the pane and takes the keys.
    var overlay: Overlay?
    /// A line for the person, and when it began to be shown.
    var notice: (notice: Notice, since: Timestamp)?

    /// The theme where the environment has none of its own.
    var usualTheme: String
    let environmentThemes: [String: String]
    let keyMap: KeyMap
    let themes: [String]
    let glyphs: GlyphSet
    let refresh: Nanoseconds
    /// Whether nothing may be changed from here.
    let isReadOnly: Bool

    /// The state of a console that has just started.
    public init(_ settings: ConsoleSettings = ConsoleSettings()) {
        (theme, usesMouse, scope, time) = (settings.theme, settings.usesMouse, settings.scope, settings.time)
        (principal, isReadOnly) = (settings.principal, settings.isReadOnly)
        (usualTheme, environmentThemes) = (settings.theme, settings.environmentThemes)
        (keyMap, themes, glyphs, refresh) = (settings.keyMap, settings.themes, settings.glyphs, settings.refresh)
    }

    /// The moment up to which things are looked at; the epoch before the first tick.
    var end: Timestamp { time.end(now: now ?? Timestamp(nanoseconds: 0)) }
    /// What the store said about itself last.
    var summary: StoreSummary? { overview.view?.answer.summary }

    /// Whether what is shown has for a second not been what was asked for.
    var waitsForOther: Bool {
        guard let now, let open = asking.open, let asked = asking.last?.at, let shown = overview.view?.answer.question
        else { return false }
        return now.since(asked) >= .seconds(1) && !shown.isSameBut(time: time.mode == .live, as: open.question)
    }

    /// The environment that is looked at, if it is a single one.
    var environment: String? {
        if let chosen = scope.environment { return chosen }
        guard let all = summary?.environments, all.count == 1 else { return nil }
        return all[0]
    }

    /// Tells the person something for a few seconds.
    mutating func tell(_ kind: Notice.Kind, _ text: String) {
        notice = (Notice(kind, text), now ?? Timestamp(nanoseconds: 0))
    }
}
