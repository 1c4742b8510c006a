extension BuiltInPrices {
    /// The models of Cohere, Perplexity and Voyage. Perplexity's fees for each search are not among them.
    static let others = """
        c4ai-aya-expanse-32b      in 0.5  out 1.5
        command-a-03-2025         in 2.5  out 10
        command-r-08-2024         in 0.15  out 0.6
        command-r-plus-08-2024    in 2.5  out 10
        command-r7b-12-2024       in 0.0375  out 0.15
        embed-english-light-v3.0  in 0.1
        embed-english-v3.0        in 0.1
        embed-multilingual-v3.0   in 0.1
        embed-v4.0                in 0.12
        embed-v5.0-fast           in 0.08
        embed-v5.0-pro            in 0.12
        sonar                     in 1  out 1
        sonar-deep-research       in 2  out 8  reason 3
        sonar-medium-chat         in 0.6  out 1.8
        sonar-pro                 in 3  out 15
        sonar-reasoning           in 1  out 5
        sonar-reasoning-pro       in 2  out 8
        sonar-small-chat          in 0.07  out 0.28
        voyage-2                  in 0.1
        voyage-3                  in 0.06
        voyage-3-large            in 0.18
        voyage-3-lite             in 0.02
        voyage-3.5                in 0.06
        voyage-3.5-lite           in 0.02
        voyage-4                  in 0.06
        voyage-4-large            in 0.12
        voyage-4-lite             in 0.02
        voyage-code-2             in 0.12
        voyage-code-3             in 0.18
        voyage-code-4             in 0.12
        voyage-context-3          in 0.18
        voyage-context-4          in 0.12
        voyage-finance-2          in 0.12
        voyage-large-2            in 0.12
        voyage-large-2-instruct   in 0.12
        voyage-law-2              in 0.12
        voyage-lite-01            in 0.1
        voyage-lite-02-instruct   in 0.1
        voyage-multilingual-2     in 0.12
        voyage-multimodal-3       in 0.12
        voyage-multimodal-3.5     in 0.12
        """
}
