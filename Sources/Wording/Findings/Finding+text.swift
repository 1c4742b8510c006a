import Diagnosis
import Drawing

extension Finding {
    /// What is measured and what it is compared with: `p95 now 4.02 s, r41 has 1.41 s`.
    public var statement: String {
        switch evidence {
        case .errors(let comparison): "errors" + comparison.text { Format.percent($0) }
        case .latency(let comparison): "p95" + comparison.text { Format.duration(seconds: $0) }
        case .silence(let before): "no calls, \(Format.number(before)) a second before"
        case .server(let trouble): trouble.text
        }
    }
}

extension Finding.Comparison {
    fileprivate func text(_ format: (Double) -> String) -> String {
        let reference = format(reference)
        let other =
            switch against {
            case .before: "\(reference) before"
            case .others: "the others have \(reference)"
            case .peer(let name): "\(name.map { VersionedName($0).version } ?? "unknown") has \(reference)"
            }
        return "\(isShift ? " now" : "") \(format(present)), \(other)"
    }
}

extension ServerTrouble {
    fileprivate var text: String {
        var statements: [String] = []
        if let cacheShare { statements.append("KV cache \(Format.percent(cacheShare)) full") }
        if let waiting, let waitingBefore {
            let before = waitingBefore < 0.5 ? "none" : Format.count(waitingBefore)
            statements.append("\(Format.count(waiting)) requests wait, \(before) before")
        } else if let waiting, waiting > 0 {
            statements.append("\(Format.count(waiting)) requests wait")
        }
        return statements.joined(separator: ", ")
    }
}
