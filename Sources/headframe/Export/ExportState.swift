import Domain
import Storage

/// What an export that was interrupted needs to go on: what was asked for, and how much of it stands in the unfinished file.
struct ExportState: Hashable {
    var what: String
    var filter: String
    var from: String
    var to: String
    var place: ExportPlace
    /// Bytes of the unfinished file that belong to the rows up to `place`.
    var bytes: Int64
    var rows: Int64

    var json: JSON {
        [
            "what": .string(what), "filter": .string(filter), "from": .string(from), "to": .string(to),
            "segment": .string(place.segment), "row": .integer(place.row), "bytes": .integer(bytes),
            "rows": .integer(rows),
        ]
    }

    init(what: String, filter: String, from: String, to: String, place: ExportPlace, bytes: Int64, rows: Int64) {
        (self.what, self.filter, self.from, self.to) = (what, filter, from, to)
        (self.place, self.bytes, self.rows) = (place, bytes, rows)
    }

    init?(_ json: JSON) {
        guard let what = json["what"]?.string, let filter = json["filter"]?.string, let from = json["from"]?.string,
            let to = json["to"]?.string, let segment = json["segment"]?.string,
            case .integer(let row) = json["row"] ?? .null, case .integer(let bytes) = json["bytes"] ?? .null,
            case .integer(let rows) = json["rows"] ?? .null, bytes >= 0, row >= 0, rows >= 0
        else { return nil }
        self.init(
            what: what, filter: filter, from: from, to: to, place: ExportPlace(segment: segment, row: row),
            bytes: bytes,
            rows: rows)
    }
}
