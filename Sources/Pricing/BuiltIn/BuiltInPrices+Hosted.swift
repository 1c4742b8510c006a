extension BuiltInPrices {
    /// Models as those serve them who make none of them: most have open weights. Azure also asks more than OpenAI for some older ones.
    static let hosted = """
        provider groq
        gpt-oss-120b              in 0.15  out 0.6  read 0.075
        gpt-oss-20b               in 0.075  out 0.3  read 0.0375
        gpt-oss-safeguard-20b     in 0.075  out 0.3  read 0.037
        llama-guard-3-8b          in 0.2  out 0.2
        llama-prompt-guard-2-22m  in 0.03  out 0.03
        llama-prompt-guard-2-86m  in 0.04  out 0.04
        qwen3.8-27b               in 0.8  out 4
        provider cerebras
        gemma-4-31b    in 0.99  out 1.49
        gpt-oss-120b   in 0.35  out 0.75
        llama-3.3-70b  in 0.85  out 1.2
        llama3.1-70b   in 0.6  out 0.6
        llama3.1-8b    in 0.1  out 0.1
        qwen-3-32b     in 0.4  out 0.8
        qwen-3.8-27b   in 0.99  out 1.49
        provider together_ai
        beam-1.0-501b-a23b                  in 0.4  out 1.2  read 0.04
        deepseek-coder-33b-instruct         in 0.8  out 0.8
        deepseek-r1-0528                    in 3  out 7
        deepseek-r1-distill-llama-70b       in 2  out 2
        deepseek-r1-distill-qwen-1.5b       in 0.18  out 0.18
        deepseek-r1-distill-qwen-14b        in 1.6  out 1.6
        deepseek-v3                         in 1.25  out 1.25
        deepseek-v3.1                       in 0.6  out 1.7
        deepseek-v4-flash-0731              in 0.14  out 0.28  read 0.03
        deepseek-v4-pro-0813                in 1.32  out 3.96  read 0.13
        deepseek-v4.1-flash                 in 0.3  out 1.2  read 0.006
        deepseek-v4.1-flash-1017            in 0.3  out 1.2  read 0.006
        gemma-2-27b-it                      in 0.8  out 0.8
        gemma-4-31b-it                      in 0.39  out 0.97
        glm-4.5-air-fp8                     in 0.2  out 1.1
        glm-4.6                             in 0.6  out 2.2
        glm-4.7                             in 0.45  out 2
        glm-5                               in 1  out 3.2
        glm-5.1                             in 1.4  out 4.4  read 0.26
        glm-5.2                             in 1.4  out 4.4  read 0.26
        glm-5.3                             in 1.4  out 4.4  read 0.26
        glm-5.3-flash                       in 0.15  out 0.5  read 0.03
        gpt-oss-120b                        in 0.15  out 0.6
        gpt-oss-20b                         in 0.05  out 0.2
        inkling                             in 1  out 4.05  read 0.17
        kimi-k2-instruct                    in 1  out 3
        kimi-k2.5-fp4                       in 0.5  out 2.8
        kimi-k2.6                           in 1.2  out 4.5  read 0.2
        kimi-k2.7-code                      in 0.95  out 4  read 0.19
        kimi-k3                             in 3  out 15  read 0.3
        llama-3-8b-chat-hf                  in 0.2  out 0.2
        llama-3.1-405b-instruct             in 3.5  out 3.5
        llama-3.1-nemotron-70b-instruct-hf  in 0.88  out 0.88
        llama-3.2-1b-instruct               in 0.06  out 0.06
        llama-3.2-3b-instruct               in 0.06  out 0.06
        llama-3.3-70b-instruct-turbo        in 1.04  out 1.04
        llama-4-scout-17b-16e-instruct      in 0.18  out 0.59
        meta-llama-3-70b-instruct-turbo     in 0.88  out 0.88
        meta-llama-3-8b-instruct            in 0.2  out 0.2
        meta-llama-3.1-70b-instruct-turbo   in 0.88  out 0.88
        meta-llama-3.1-8b-instruct-turbo    in 0.18  out 0.18
        minimax-m2.7                        in 0.3  out 1.2  read 0.06
        minimax-m3                          in 0.3  out 1.2  read 0.06
        ministral-3-14b-instruct-2512       in 0.2  out 0.2
        mistral-7b-instruct-v0.1            in 0.2  out 0.2
        mistral-7b-instruct-v0.3            in 0.2  out 0.2
        mistral-small-24b-instruct-2501     in 0.1  out 0.3
        mixtral-8x7b-instruct-v0.1          in 0.6  out 0.6
        muse-glimmer-30b                    in 0.35  out 1.5  read 0.04
        muse-spark-open-816b-a42b           in 1.25  out 4.25  read 0.15
        nemotron-3-ultra-550b-a55b          in 0.6  out 3.6  read 0.2
        nous-hermes-2-mixtral-8x7b-dpo      in 0.6  out 0.6
        nvidia-nemotron-3.5-super-vl        in 0.15  out 0.5  read 0.02
        nvidia-nemotron-nano-9b-v2          in 0.06  out 0.25
        qwen-2-1.5b-instruct                in 0.1  out 0.1
        qwen2-1.5b-instruct                 in 0.02  out 0.02
        qwen2-72b-instruct                  in 0.9  out 0.9
        qwen2-vl-72b-instruct               in 1.2  out 1.2
        qwen2.5-14b-instruct                in 0.8  out 0.8
        qwen2.5-72b-instruct                in 1.2  out 1.2
        qwen2.5-72b-instruct-turbo          in 1.2  out 1.2
        qwen2.5-7b-instruct-turbo           in 0.3  out 0.3
        qwen2.5-coder-32b-instruct          in 0.8  out 0.8
        qwen2.5-vl-72b-instruct             in 1.95  out 8
        qwen3-coder-480b-a35b-instruct-fp8  in 2  out 2
        qwen3-coder-next-fp8                in 0.5  out 1.2
        qwen3-next-80b-a3b-instruct         in 0.15  out 1.5
        qwen3-next-80b-a3b-thinking         in 0.15  out 1.5
        qwen3-vl-32b-instruct               in 0.5  out 1.5
        qwen3-vl-8b-instruct                in 0.18  out 0.68
        qwen3.5-397b-a17b                   in 0.6  out 3.6  read 0.35
        qwen3.5-9b                          in 0.17  out 0.25
        qwen3.6-plus                        in 0.5  out 3
        qwen3.7-max                         in 1.5  out 4.5  read 0.3
        qwen3.7-plus                        in 0.32  out 1.28
        qwen3.8-2.4t-a95b                   in 2  out 6  read 0.25
        qwen3.8-flash                       in 0.15  out 0.47
        qwq-32b                             in 1.2  out 1.2
        tev1-4b-experimental                in 0.042
        together-ai-21.1b-41b               in 0.8  out 0.8
        together-ai-4.1b-8b                 in 0.2  out 0.2
        together-ai-41.1b-80b               in 0.9  out 0.9
        together-ai-8.1b-21b                in 0.3  out 0.3
        together-ai-81.1b-110b              in 1.8  out 1.8
        together-ai-up-to-4b                in 0.1  out 0.1
        trinity-mini                        in 0.045  out 0.15
        provider azure
        codestral-2501                          in 0.3  out 0.9
        cohere-command-a                        in 2.5  out 10
        cohere-command-a-plus-05-2026           in 0.8  out 3.2
        deepseek-r1                             in 1.35  out 5.4
        deepseek-v3                             in 1.14  out 4.56
        deepseek-v3-0324                        in 1.14  out 4.56
        deepseek-v3.1                           in 1.23  out 4.94
        deepseek-v3.2                           in 0.58  out 1.68
        deepseek-v3.2-speciale                  in 0.58  out 1.68
        deepseek-v4-flash                       in 0.19  out 0.51  read 0.028
        deepseek-v4-flash-0731                  in 0.44  out 1.32  read 0.014
        deepseek-v4-pro                         in 1.74  out 3.48  read 0.145
        deepseek-v4.1-flash                     in 0.3  out 1.2  read 0.006
        fw-deepseek-v3.2                        in 0.62  out 1.85  read 0.31
        fw-deepseek-v4-flash                    in 0.15  out 0.31  read 0.03
        fw-deepseek-v4-pro                      in 1.925  out 3.828  read 0.165
        fw-deepseek-v4.1-flash                  in 0.375  out 1.5  read 0.008
        fw-glm-5                                in 1.1  out 3.52  read 0.22
        fw-glm-5.1                              in 1.54  out 4.84  read 0.286
        fw-glm-5.2                              in 1.54  out 4.84  read 0.15
        fw-glm-5.2-fast                         in 2.31  out 7.26  read 0.231
        fw-glm-5.3                              in 1.75  out 5.5  read 0.325
        fw-glm-5.3-flash                        in 0.188  out 0.625  read 0.038
        fw-inkling                              in 1.1  out 4.46  read 0.19
        fw-kimi-k2.5                            in 0.66  out 3.3  read 0.11
        fw-kimi-k2.6                            in 1.045  out 4.4  read 0.176
        fw-kimi-k2.7-code                       in 1.05  out 4.4  read 0.21
        fw-kimi-k3                              in 3  out 15  read 0.3
        fw-minimax-m2.5                         in 0.33  out 1.32  read 0.033
        fw-minimax-m3                           in 0.33  out 1.32  read 0.066
        fw-nemotron-3-ultra-nvfp4               in 0.66  out 2.64  read 0.13
        fw-nemotron-lightning-3.5-30b-a3b       in 0.06  out 0.22  read 0.01
        jais-30b-chat                           in 3200  out 9710
        jamba-instruct                          in 0.5  out 0.7
        kimi-k2-thinking                        in 0.6  out 2.5
        kimi-k2.5                               in 0.6  out 3  read 0.1
        kimi-k2.6                               in 0.95  out 4  read 0.16
        kimi-k2.7-code                          in 0.95  out 4  read 0.19
        llama-3.3-70b-instruct                  in 0.71  out 0.71
        llama-4-maverick-17b-128e-instruct-fp8  in 0.25  out 1
        llama-4-scout-17b-16e-instruct          in 0.2  out 0.78
        mai-cyber-1-flash                       in 0.6  out 3.5  read 0.06
        mai-ds-r1                               in 1.35  out 5.4
        mai-thinking-1                          in 2  out 8  read 0.2
        meta-llama-3.1-70b-instruct             in 2.68  out 3.54
        ministral-3b                            in 0.04  out 0.04
        mistral-large                           in 4  out 12
        mistral-large-2407                      in 2  out 6
        mistral-large-3                         in 0.5  out 1.5
        mistral-medium-2505                     in 0.4  out 2
        mistral-medium-3-5                      in 1.5  out 7.5
        mistral-nemo                            in 0.15  out 0.15
        mistral-small                           in 1  out 3
        mistral-small-2503                      in 0.1  out 0.3
        phi-3-medium-128k-instruct              in 0.17  out 0.68
        phi-3-medium-4k-instruct                in 0.17  out 0.68
        phi-3-mini-128k-instruct                in 0.13  out 0.52
        phi-3-mini-4k-instruct                  in 0.13  out 0.52
        phi-3-small-128k-instruct               in 0.15  out 0.6
        phi-3-small-8k-instruct                 in 0.15  out 0.6
        phi-3.5-mini-instruct                   in 0.13  out 0.52
        phi-3.5-moe-instruct                    in 0.16  out 0.64
        phi-3.5-vision-instruct                 in 0.13  out 0.52
        phi-4                                   in 0.125  out 0.5
        phi-4-mini-instruct                     in 0.075  out 0.3
        phi-4-mini-reasoning                    in 0.075  out 0.3
        phi-4-multimodal-instruct               in 0.08  out 0.32  audioin 4
        phi-4-reasoning                         in 0.125  out 0.5
        gpt-4-turbo                             in 11  out 33
        gpt-4-turbo-2024-04-09                  in 11  out 33
        gpt-audio                               in 2.5  out 10  audioin 40  audioout 80
        gpt-audio-2025-08-28                    in 2.5  out 10  audioin 40  audioout 80
        """
}
