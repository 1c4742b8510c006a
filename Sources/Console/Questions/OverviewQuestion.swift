import Diagnosis
import Domain

/// What Overview wants to know at a moment.
public struct OverviewQuestion: Hashable, Sendable {
    /// Which part of the world is looked at.
    public var scope: Scope
    /// How far back the charts and sums reach.
    public var length: Nanoseconds
    /// The moment at which it is asked; nothing later is looked at.
    public var at: Timestamp
    /// By what the calls are grouped; nil leaves the choice to what the store has.
    public var grouping: Dimension?
    /// Which calls are looked at.
    public var filter: Filter
    /// Cells that the widest chart has for its lines.
    public var chartCells: Int

    /// A question about the last `length` before `at`.
    public init(
        scope: Scope = Scope(), length: Nanoseconds, at: Timestamp, grouping: Dimension? = nil, filter: Filter = .all,
        chartCells: Int = 60
    ) {
        (self.scope, self.length, self.at, self.grouping) = (scope, length, at, grouping)
        (self.filter, self.chartCells) = (filter, chartCells)
    }

    /// The step of the charts: about as many as a chart has dots side by side, two a cell.
    public var step: Nanoseconds { TimeStep.shortest(for: length, steps: 2 * max(12, chartCells)) }
    /// The step of the small charts in the breakdown.
    public var courseStep: Nanoseconds { TimeStep.shortest(for: length, steps: 24) }
    /// From a boundary of `step` up to the moment asked at.
    public var range: TimeRange { TimeRange(from: at.advanced(by: -length).floored(to: step), to: at) }
    /// What model servers are asked, whichever service is looked at: they serve it. Of a long range only the end.
    public var metrics: MetricsQuery {
        let range = TimeRange(from: max(range.from, at.advanced(by: -.hours(6))), to: at)
        return MetricsQuery(
            range: range, step: TimeStep.shortest(for: range.length, steps: 24), meanings: ModelServer.meanings,
            environment: scope.environment, at: at)
    }
    /// What is to be explained.
    public var incident: IncidentQuestion { IncidentQuestion(range: range, filter: fullFilter, at: at) }
    /// The filter with the scope in it.
    public var fullFilter: Filter { Filter(scope.terms + filter.terms) }
}
