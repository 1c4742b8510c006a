extension BuiltInPrices {
    /// The models of Mistral.
    static let mistral = """
        codestral-2508               in 0.3  out 0.9  read 0.03
        codestral-embed              in 0.15  read 0.015
        codestral-embed-2505         in 0.15  read 0.015
        codestral-latest             in 0.3  out 0.9  read 0.03
        codestral-mamba-latest       in 0.25  out 0.25  read 0.025
        devstral-latest              in 0.4  out 2  read 0.04
        devstral-medium-latest       in 0.4  out 2  read 0.04
        devstral-small-latest        in 0.1  out 0.3  read 0.01
        magistral-medium-latest      in 1.5  out 7.5  read 0.15
        magistral-small-latest       in 0.15  out 0.6  read 0.015
        ministral-14b-latest         in 0.2  out 0.2  read 0.02
        ministral-3b-latest          in 0.1  out 0.1  read 0.01
        ministral-8b-latest          in 0.15  out 0.15  read 0.015
        mistral-code-agent-latest    in 0.4  out 2  read 0.04
        mistral-code-fim-latest      in 0.3  out 0.9  read 0.03
        mistral-code-latest          in 0.3  out 0.9  read 0.03
        mistral-embed                in 0.1
        mistral-embed-2312           in 0.1
        mistral-large-latest         in 0.5  out 1.5  read 0.05
        mistral-medium               in 1.5  out 7.5  read 0.15
        mistral-medium-2604          in 1.5  out 7.5  read 0.15
        mistral-medium-3             in 1.5  out 7.5  read 0.15
        mistral-medium-3-5           in 1.5  out 7.5  read 0.15
        mistral-medium-3.5           in 1.5  out 7.5  read 0.15
        mistral-medium-latest        in 1.5  out 7.5  read 0.15
        mistral-small-latest         in 0.15  out 0.6  read 0.015
        mistral-vibe-cli-fast        in 0.15  out 0.6  read 0.015
        mistral-vibe-cli-latest      in 1.5  out 7.5  read 0.15
        mistral-vibe-cli-with-tools  in 1.5  out 7.5  read 0.15
        pixtral-large-latest         in 2  out 6  read 0.2
        voxtral-small-latest         in 0.1  out 0.4  read 0.01
        zai-glm-latest               in 1.4  out 4.4  read 0.14
        provider mistral
        glm-5-2                      in 1.4  out 4.4  read 0.14
        ministral-14b-2512           in 0.2  out 0.2  read 0.02
        ministral-3-14b-2512         in 0.2  out 0.2  read 0.02
        ministral-3-3b-2512          in 0.1  out 0.1  read 0.01
        ministral-3-8b-2512          in 0.15  out 0.15  read 0.015
        ministral-3b-2512            in 0.1  out 0.1  read 0.01
        ministral-8b-2512            in 0.15  out 0.15  read 0.015
        mistral-large-2512           in 0.5  out 1.5  read 0.05
        mistral-large-3              in 0.5  out 1.5  read 0.05
        mistral-large-4              in 0.68  out 2.09  read 0.068
        mistral-large-4-0            in 0.68  out 2.09  read 0.068
        mistral-small                in 0.1  out 0.3  read 0.01
        mistral-small-2603           in 0.15  out 0.6  read 0.015
        mistral-tiny                 in 0.25  out 0.25  read 0.025
        open-mistral-nemo            in 0.3  out 0.3  read 0.03
        voxtral-small-2507           in 0.1  out 0.4  read 0.01
        zai-glm-5                    in 1.4  out 4.4  read 0.14
        zai-glm-5-2                  in 1.4  out 4.4  read 0.14
        zai-glm-5-3                  in 1.4  out 4.4  read 0.14
        """
}
