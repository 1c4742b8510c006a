extension Theme {
    /// The themes that are always there.
    public static let builtIn: [Theme] = [dark, light, sixteen, monochrome]

    /// Light letters on a dark ground.
    public static let dark = Theme(
        name: "dark",
        roles: [
            (.text, "#d6dae0 on #14171c"), (.textMuted, "#949ca8"), (.textInverse, "#14171c on #d6dae0"),
            (.textStrong, "#f2f4f7 bold"), (.frame, "#7c8592"), (.frameFocused, "#7ab8f5"), (.title, "#f2f4f7 bold"),
            (.key, "#7ab8f5 bold"), (.selection, "on #2c3a4d"), (.cursor, "on #3d5573"), (.match, "#14171c on #e9c46a"),
            (.tabActive, "#7ab8f5 bold underline"), (.statusOk, "#5fd7d7"), (.statusWarning, "#ffd75f"),
            (.statusCritical, "#f66e5e bold"), (.statusUnknown, "#b9a3e3"), (.statusStale, "#949ca8 italic"),
            (.diffAdded, "#5fd7d7"), (.diffRemoved, "#f66e5e"), (.diffAddedEmphasis, "#d6fff8 on #0f4d47 bold"),
            (.diffRemovedEmphasis, "#ffe3e0 on #6e1d1a bold"), (.chartSeries1, "#8cbaf7"), (.chartSeries2, "#f0d03c"),
            (.chartSeries3, "#d8714c"), (.chartSeries4, "#5fd7d7"), (.chartSeries5, "#d69af0"),
            (.chartSeries6, "#a3d977"), (.chartSeries7, "#f48fb1"), (.chartSeries8, "#c9cdd4"),
            (.chartAxis, "#8b94a1"), (.chartThreshold, "#f66e5e"), (.chartMark, "#ffd75f"), (.chartHeat1, "#8fa7bf"),
            (.chartHeat2, "#e9d58a"), (.chartHeat3, "#ffb454"), (.chartHeat4, "#f66e5e"),
            (.rolloutBaseline, "#8cbaf7"), (.rolloutCanary, "#ffd75f"), (.approvalPending, "#14171c on #ffd75f bold"),
            (.input, "#f2f4f7 on #222832"), (.dialog, "on #1e242d"), (.toast, "#f2f4f7 on #2c3a4d"),
        ])

    /// Dark letters on a light ground.
    public static let light = Theme(
        name: "light",
        roles: [
            (.text, "#24292f on #fbfbfa"), (.textMuted, "#59636e"), (.textInverse, "#fbfbfa on #24292f"),
            (.textStrong, "#0b0d10 bold"), (.frame, "#6a737d"), (.frameFocused, "#0550ae"), (.title, "#0b0d10 bold"),
            (.key, "#0550ae bold"), (.selection, "on #d3e3f8"), (.cursor, "on #b3cff5"), (.match, "#24292f on #ffdf80"),
            (.tabActive, "#0550ae bold underline"), (.statusOk, "#157171"), (.statusWarning, "#7f5d08"),
            (.statusCritical, "#7c130d bold"), (.statusUnknown, "#6639ba"), (.statusStale, "#59636e italic"),
            (.diffAdded, "#157171"), (.diffRemoved, "#7c130d"), (.diffAddedEmphasis, "#00372f on #b4eee3 bold"),
            (.diffRemovedEmphasis, "#5f0006 on #ffd3cf bold"), (.chartSeries1, "#3b5eb2"), (.chartSeries2, "#7f5d08"),
            (.chartSeries3, "#68111c"), (.chartSeries4, "#157171"), (.chartSeries5, "#5f30b0"),
            (.chartSeries6, "#3b6d11"), (.chartSeries7, "#b02a6b"), (.chartSeries8, "#4a525b"),
            (.chartAxis, "#59636e"), (.chartThreshold, "#7c130d"), (.chartMark, "#7f5d08"), (.chartHeat1, "#4f6b88"),
            (.chartHeat2, "#806400"), (.chartHeat3, "#964a00"), (.chartHeat4, "#7c130d"),
            (.rolloutBaseline, "#3b5eb2"), (.rolloutCanary, "#7f5d08"), (.approvalPending, "#24292f on #ffdf80 bold"),
            (.input, "#0b0d10 on #eceff2"), (.dialog, "on #f1f3f5"), (.toast, "#0b0d10 on #d3e3f8"),
        ])

    /// The sixteen colours of the terminal's owner, on the owner's ground.
    public static let sixteen = Theme(
        name: "sixteen",
        roles: [
            (.text, "default on default"), (.textMuted, "default dim"), (.textInverse, "default reverse"),
            (.textStrong, "default bold"), (.frame, "default dim"), (.frameFocused, "bright-blue"),
            (.title, "default bold"), (.key, "bright-blue bold"), (.selection, "reverse"), (.cursor, "reverse"),
            (.match, "black on yellow"), (.tabActive, "bright-blue bold underline"), (.statusOk, "cyan"),
            (.statusWarning, "yellow"), (.statusCritical, "bright-red bold"), (.statusUnknown, "magenta"),
            (.statusStale, "default dim"), (.diffAdded, "cyan"), (.diffRemoved, "bright-red"),
            (.diffAddedEmphasis, "black on cyan"), (.diffRemovedEmphasis, "bright-white on red bold"),
            (.chartSeries1, "bright-blue"), (.chartSeries2, "yellow"), (.chartSeries3, "bright-red"),
            (.chartSeries4, "cyan"), (.chartSeries5, "magenta"), (.chartSeries6, "green"),
            (.chartSeries7, "bright-magenta"), (.chartSeries8, "white"), (.chartAxis, "default dim"),
            (.chartThreshold, "bright-red"), (.chartMark, "yellow bold"), (.chartHeat1, "cyan"),
            (.chartHeat2, "yellow"),
            (.chartHeat3, "bright-yellow"), (.chartHeat4, "bright-red"), (.rolloutBaseline, "bright-blue"),
            (.rolloutCanary, "yellow"), (.approvalPending, "black on yellow"), (.input, "default underline"),
            (.toast, "reverse"),
        ])

    /// Attributes only.
    public static let monochrome = Theme(
        name: "monochrome",
        roles: [
            (.text, ""), (.textMuted, "dim"), (.textInverse, "reverse"), (.textStrong, "bold"), (.frame, "dim"),
            (.frameFocused, "bold"), (.title, "bold"), (.key, "bold"), (.selection, "reverse"), (.cursor, "reverse"),
            (.match, "underline bold"), (.tabActive, "bold underline"), (.statusOk, ""), (.statusWarning, "bold"),
            (.statusCritical, "bold reverse"), (.statusUnknown, "italic"), (.statusStale, "dim"),
            (.diffAdded, "bold"), (.diffRemoved, "dim"), (.diffAddedEmphasis, "bold underline"),
            (.diffRemovedEmphasis, "dim reverse"), (.chartAxis, "dim"), (.chartThreshold, "bold"),
            (.chartMark, "bold"), (.chartSeries2, "bold"), (.chartSeries3, "dim"), (.chartSeries4, "bold"),
            (.chartHeat1, ""), (.chartHeat4, "bold"), (.rolloutBaseline, "dim"), (.rolloutCanary, "bold"),
            (.approvalPending, "reverse bold"), (.input, "underline"), (.toast, "reverse"),
        ])

    /// A built-in theme; a test sees to it that each of its values can be read.
    private init(name: String, roles: [(Role, String)]) {
        let values = Dictionary(roles.map { ($0.0.name, $0.1) }) { first, _ in first }
        self.init(name: name, inherits: Theme(name: name, [:]), roles: values)
    }
}
