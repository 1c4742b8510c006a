extension BuiltInPrices {
    /// The models of Google. Batch and flex for long inputs rise as the standard
    /// price does; the facts have them for short ones only.
    static let google = """
        deep-research-max-preview-04-2026        in 2  out 12
            batch                                in 1  out 6
        deep-research-preview-04-2026            in 2  out 12
            batch                                in 1  out 6
        deep-research-pro-preview-12-2025        in 2  out 12
            batch                                in 1  out 6
        gemini-2.5-computer-use-preview-10-2025  in 1.25  out 10
            >200000                              in 2.5  out 15
        gemini-2.5-flash                         in 0.3  out 2.5  read 0.03  audioin 1
            batch                                in 0.15  out 1.25  read 0.03  audioin 0.5
            flex                                 in 0.15  out 1.25  read 0.03
            priority                             in 0.54  out 4.5  read 0.054  audioin 1.8
        gemini-2.5-flash-lite                    in 0.1  out 0.4  read 0.01  audioin 0.3
            batch                                in 0.05  out 0.2  read 0.01  audioin 0.15
            flex                                 in 0.05  out 0.2  read 0.01
            priority                             in 0.18  out 0.72  read 0.018  audioin 0.54
        gemini-2.5-pro                           in 1.25  out 10  read 0.125
            >200000                              in 2.5  out 15  read 0.25
            batch                                in 0.625  out 5  read 0.125
            batch>200000                         in 1.25  out 7.5  read 0.25
            flex                                 in 0.625  out 5  read 0.125
            flex>200000                          in 1.25  out 7.5  read 0.25
            priority                             in 2.25  out 18  read 0.225
            priority>200000                      in 4.5  out 27  read 0.45
        gemini-2.5-pro-preview-tts               in 1  out 20  read 0.125  audioin 0.7
            batch                                in 0.5  out 10
        gemini-3-flash-preview                   in 0.5  out 3  read 0.05  audioin 1
            batch                                in 0.25  out 1.5  read 0.05  audioin 0.5
            flex                                 in 0.25  out 1.5  read 0.05
            priority                             in 0.9  out 5.4  read 0.09  audioin 1.8
        gemini-3.1-flash-lite                    in 0.25  out 1.5  read 0.025  audioin 0.5
            batch                                in 0.125  out 0.75  read 0.0125  audioin 0.25
            flex                                 in 0.125  out 0.75  read 0.0125
            priority                             in 0.45  out 2.7  read 0.045  audioin 0.9
        gemini-3.1-flash-lite-preview            in 0.25  out 1.5  read 0.025  audioin 0.5
            batch                                in 0.125  out 0.75  read 0.0125  audioin 0.25
            flex                                 in 0.125  out 0.75  read 0.0125
            priority                             in 0.45  out 2.7  read 0.045
        gemini-3.1-pro-preview                   in 2  out 12  read 0.2
            >200000                              in 4  out 18  read 0.4
            batch                                in 1  out 6  read 0.2
            batch>200000                         in 2  out 9  read 0.4
            flex                                 in 1  out 6  read 0.2
            flex>200000                          in 2  out 9  read 0.4
            priority                             in 3.6  out 21.6  read 0.36
            priority>200000                      in 7.2  out 32.4  read 0.72
        gemini-3.1-pro-preview-customtools       in 2  out 12  read 0.2
            >200000                              in 4  out 18  read 0.4
            batch                                in 1  out 6  read 0.2
            batch>200000                         in 2  out 9  read 0.4
            flex                                 in 1  out 6  read 0.2
            flex>200000                          in 2  out 9  read 0.4
            priority                             in 3.6  out 21.6  read 0.36
            priority>200000                      in 7.2  out 32.4  read 0.72
        gemini-3.5-flash                         in 1.5  out 9  read 0.15
            batch                                in 0.75  out 4.5  read 0.075
            flex                                 in 0.75  out 4.5  read 0.08
            priority                             in 2.7  out 16.2  read 0.27
        gemini-3.5-flash-lite                    in 0.3  out 2.5  read 0.03
            batch                                in 0.15  out 1.25  read 0.02
            flex                                 in 0.15  out 1.25  read 0.02
            priority                             in 0.54  out 4.5  read 0.05
        gemini-3.6-flash                         in 0.75  out 3.75  read 0.075
            batch                                in 0.375  out 1.875  read 0.0375
            flex                                 in 0.375  out 1.875  read 0.0375
            priority                             in 1.35  out 6.75  read 0.135
        gemini-3.7-flash                         in 0.75  out 3.75  read 0.075
            batch                                in 0.375  out 1.875  read 0.0375
            flex                                 in 0.375  out 1.875  read 0.0375
            priority                             in 1.35  out 6.75  read 0.135
        gemini-3.8-flash                         in 0.75  out 3.75  read 0.075
            batch                                in 0.375  out 1.875  read 0.0375
            flex                                 in 0.375  out 1.875  read 0.0375
            priority                             in 1.35  out 6.75  read 0.135
        gemini-4-argon                           in 2  out 10  read 0.1
            batch                                in 1  out 5  read 0.05
            flex                                 in 1  out 5  read 0.05
            priority                             in 3.6  out 18  read 0.18
        gemini-embedding-001                     in 0.15
        gemini-embedding-2                       in 0.2  audioin 6.5
            batch                                in 0.1  audioin 3.25
        gemini-embedding-2-preview               in 0.2  audioin 6.5
            batch                                in 0.1  audioin 3.25
        gemini-exp-1206                          in 0.3  out 2.5  read 0.03  audioin 1
        gemini-flash-latest                      in 0.75  out 3.75  read 0.075
            batch                                in 0.375  out 1.875
            flex                                 in 0.375  out 1.875  read 0.0375
            priority                             in 1.35  out 6.75  read 0.135
        gemini-flash-lite-latest                 in 0.3  out 2.5  read 0.03
            batch                                in 0.15  out 1.25
            flex                                 in 0.15  out 1.25  read 0.02
            priority                             in 0.54  out 4.5  read 0.05
        gemini-gemma-2-27b-it                    in 0.35  out 1.05
        gemini-gemma-2-9b-it                     in 0.35  out 1.05
        gemini-omni-1.1-flash                    in 1.5  out 9
        gemini-omni-flash-preview                in 1.5  out 9
        gemini-pro-latest                        in 2  out 12  read 0.2
            >200000                              in 4  out 18  read 0.4
            batch                                in 1  out 6
            batch>200000                         in 2  out 9
            flex                                 in 1  out 6  read 0.2
            flex>200000                          in 2  out 9  read 0.4
            priority                             in 3.6  out 21.6  read 0.36
            priority>200000                      in 7.2  out 32.4  read 0.72
        gemini-robotics-er-2-preview             in 1  out 5  read 0.1
            batch                                in 0.5  out 2.5  read 0.05
        gemini-robotics-er-2-streaming-preview   in 1  out 5
        """
}
