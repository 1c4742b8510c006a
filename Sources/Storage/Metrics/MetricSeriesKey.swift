import Domain

/// What makes a series of a metric this one.
struct MetricSeriesKey: Hashable, Sendable {
    var name: String
    var unit: String
    var kind: MetricKind
    var shape: MetricShape
    var environment: String
    var service: String
    var labels: [MetricLabel]

    /// The series to which a point belongs.
    init(_ point: MetricPoint) {
        (name, unit, kind, shape) = (point.name, point.unit, point.kind, MetricShape(point.value))
        (environment, service, labels) = (point.environment, point.service, point.labels)
    }

    /// The series that stands in a row of `columns` from `column` on; nil when it is damaged.
    init?(_ row: PreparedStatement, from column: Int32) {
        guard let name = row.text(column),
            let kind = row.text(column + 2).flatMap({ MetricKind(rawValue: $0) }),
            let form = MetricShape.Form(rawValue: row.integer(column + 3)), let environment = row.text(column + 5),
            let service = row.text(column + 6), let labels = row.text(column + 7),
            case .object(let members)? = try? JSON(parsing: labels)
        else { return nil }
        // An empty text reads as none.
        unit = row.text(column + 1) ?? ""
        (self.name, self.kind, self.environment, self.service) = (name, kind, environment, service)
        shape = MetricShape(form: form, isDifference: row.integer(column + 4) != 0)
        self.labels = members.map { MetricLabel($0.name, $0.value.string ?? "") }
    }

    static let columns = "name, unit, kind, form, is_difference, environment, service, labels"

    /// Binds the series to `columns` from `position` on.
    func bind(to statement: PreparedStatement, from position: Int32) {
        statement.bind(name, at: position)
        statement.bind(unit, at: position + 1)
        statement.bind(kind.rawValue, at: position + 2)
        statement.bind(shape.form.rawValue, at: position + 3)
        statement.bind(shape.isDifference ? 1 : 0, at: position + 4)
        statement.bind(environment, at: position + 5)
        statement.bind(service, at: position + 6)
        statement.bind(labelText, at: position + 7)
    }

    /// The labels as a JSON object.
    var labelText: String { JSON.object(labels.map { .init($0.key, .string($0.value)) }).text }
}
