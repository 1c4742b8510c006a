import Domain

extension Configuration {
    static var redactionSchema: Schema<RedactionSettings> {
        Schema<RedactionSettings>(
            .value(
                "kinds", \.kinds, .sensitiveKinds,
                "What is masked in every text, as [REDACTED:kind]. Not among the defaults, since they are often harmless:\n"
                    + SensitiveKind.allCases.filter { SensitiveKinds.personal.contains($0) }.map(\.rawValue)
                    .joined(separator: ", ") + "."),
            .value(
                "keys", \.keys, .choices(sample: "{user.id: hash, \"*.ssn\": drop}"),
                "What is done with attributes by their keys, * standing for anything: drop puts a mark in place of the\n"
                    + "value, hash a pseudonym (the same for the same value), keep leaves it. These go before the built-in rules,\n"
                    + "which drop authorization, cookie, *token*, *secret*, *password*, *api_key* and the like. Numbers stay\n"
                    + "in any case, and so do counts of tokens."))
    }

    static var contentSchema: Schema<ContentSettings> {
        Schema<ContentSettings>(
            .value(
                "capture", \.capture, .choice,
                "full, masked (telephone and social security numbers and network addresses are taken out too) or off\n"
                    + "(only times, names, counts and other metadata are kept)."),
            .value(
                "environments", \.environments, .choices(sample: "{production: masked}"),
                "The same by environment, where it differs."))
    }
}
