import Domain
import Yams

extension Field<AlertSettings> {
    /// A list of rules of one kind. No two rules of any kind have the same name: alerts, silences and events go by it.
    static func rules<Item>(
        _ name: String, _ place: WritableKeyPath<AlertSettings, [Item]>, _ schema: Schema<AlertRuleDraft>,
        new: AlertRuleDraft.Condition, sample: [String], _ comment: String,
        make: @escaping (AlertRuleDraft) throws(AlertRuleError) -> Item
    ) -> Field {
        Field(
            name: name, comment: comment,
            read: { node, settings, path, problems in
                guard let sequence = node.sequence else { return problems.add("\(path) must be a list", at: node) }
                for (index, element) in sequence.enumerated() {
                    let path = "\(path)[\(index)]"
                    var draft = AlertRuleDraft(new)
                    let before = problems.found.count
                    schema.read(element, into: &draft, path: path, problems: &problems)
                    guard problems.found.count == before else { continue }
                    do throws(AlertRuleError) {
                        let item = try make(draft)
                        guard !settings.names.contains(draft.name) else {
                            throw AlertRuleError("name", "\(draft.name) is the name of another rule")
                        }
                        settings[keyPath: place].append(item)
                    } catch {
                        problems.add("\(path).\(error.member): \(error.reason)", at: element[error.member] ?? element)
                    }
                }
            },
            example: { _ in ["\(name): []"] + sample.map { "# " + $0 } })
    }
}

extension AlertSettings {
    /// The names of all rules that were read.
    fileprivate var names: Set<String> { Set((rules + objectives + budgets.map(\.rule)).map(\.name)) }
}
