extension BuiltInPrices {
    /// The models of Amazon and others as AWS Bedrock serves them; names that begin with a region cost what that region costs.
    static let bedrock = """
        provider bedrock
        amazon.nova-2-lite-v1:0                       in 0.3  out 2.5  read 0.075
            batch                                     in 0.15  out 1.25
            priority                                  in 0.525  out 4.375  read 0.13125
        amazon.nova-2-multimodal-embeddings-v1:0      in 0.135
        amazon.nova-2-pro-preview-20251202-v1:0       in 1.25  out 10  read 0.3125  audioin 1.25
            batch                                     in 0.625  out 5
            priority                                  in 2.1875  out 17.5
        amazon.nova-lite-v1:0                         in 0.06  out 0.24  read 0.015
            batch                                     in 0.03  out 0.12
        amazon.nova-micro-v1:0                        in 0.035  out 0.14  read 0.00875
            batch                                     in 0.0175  out 0.07
        amazon.nova-premier-v1:0                      in 2.5  out 12.5  read 0.625
            batch                                     in 1.25  out 6.25
            priority                                  in 4.375  out 21.875  read 1.09375
        amazon.nova-pro-v1:0                          in 0.8  out 3.2  read 0.2
            batch                                     in 0.4  out 1.6
            flex                                      in 0.4  out 1.6  read 0.1
            priority                                  in 1.4  out 5.6  read 0.35
        amazon.titan-embed-g1-text-02                 in 0.1
        amazon.titan-embed-image-v1                   in 0.8
        amazon.titan-embed-text-v1                    in 0.1
        amazon.titan-embed-text-v2:0                  in 0.02
        amazon.titan-text-express-v1                  in 0.2  out 0.6
        amazon.titan-text-lite-v1                     in 0.15  out 0.2
        amazon.titan-text-premier-v1:0                in 0.5  out 1.5
        apac.amazon.nova-2-lite-v1:0                  in 0.396  out 3.311  read 0.099
        apac.amazon.nova-2-pro-preview-20251202-v1:0  in 1.375  out 11  read 0.34375  audioin 1.375
        apac.amazon.nova-lite-v1:0                    in 0.063  out 0.252  read 0.01575
        apac.amazon.nova-micro-v1:0                   in 0.037  out 0.148  read 0.00925
        apac.amazon.nova-pro-v1:0                     in 0.84  out 3.36  read 0.21
            flex                                      in 0.42  out 1.68  read 0.105
        eu.amazon.nova-2-lite-v1:0                    in 0.429  out 3.597  read 0.10725
        eu.amazon.nova-2-pro-preview-20251202-v1:0    in 1.375  out 11  read 0.34375  audioin 1.375
        eu.amazon.nova-lite-v1:0                      in 0.078  out 0.312  read 0.0195
        eu.amazon.nova-micro-v1:0                     in 0.046  out 0.184  read 0.0115
        eu.amazon.nova-pro-v1:0                       in 1.05  out 4.2  read 0.2625
            flex                                      in 0.525  out 2.1  read 0.13125
        jp.amazon.nova-2-lite-v1:0                    in 0.396  out 3.311  read 0.099
            batch                                     in 0.198  out 1.6555
            flex                                      in 0.198  out 1.6555  read 0.0495
            priority                                  in 0.693  out 5.79425  read 0.17325
        us.amazon.nova-2-lite-v1:0                    in 0.33  out 2.75  read 0.0825
            batch                                     in 0.165  out 1.375
            flex                                      in 0.165  out 1.375  read 0.04125
            priority                                  in 0.5775  out 4.8125  read 0.144375
        us.amazon.nova-2-pro-preview-20251202-v1:0    in 1.375  out 11  read 0.34375  audioin 1.375
            batch                                     in 0.6875  out 5.5
            priority                                  in 2.40625  out 19.25
        ai21.j2-mid-v1                                in 12.5  out 12.5
        ai21.j2-ultra-v1                              in 18.8  out 18.8
        ai21.jamba-1-5-large-v1:0                     in 2  out 8
        ai21.jamba-1-5-mini-v1:0                      in 0.2  out 0.4
        ai21.jamba-instruct-v1:0                      in 0.5  out 0.7
        cohere.command-light-text-v14                 in 0.3  out 0.6
        cohere.command-text-v14                       in 1  out 2
        cohere.embed-english-v3                       in 0.1
        cohere.embed-multilingual-v3                  in 0.1
        cohere.embed-v4:0                             in 0.12
        deepseek.r1-v1:0                              in 1.35  out 5.4
        deepseek.v3-v1:0                              in 0.58  out 1.68
        deepseek.v3.2                                 in 0.62  out 1.85
            batch                                     in 0.31  out 0.925
            flex                                      in 0.31  out 0.925
            priority                                  in 1.085  out 3.2375
        eu.deepseek.v3.2                              in 0.74  out 2.22
            flex                                      in 0.37  out 1.11
        eu.meta.llama3-2-1b-instruct-v1:0             in 0.13  out 0.13
        eu.meta.llama3-2-3b-instruct-v1:0             in 0.19  out 0.19
        global.moonshotai.kimi-k3                     in 3  out 15  read 0.3  write 3.75
            flex                                      in 1.5  out 7.5  read 0.15  write 1.875
            priority                                  in 5.25  out 26.25  read 0.525  write 6.5625
        global.openai.gpt-5.4                         in 2.5  out 15  read 0.25
            >272000                                   in 5  out 22.5  read 0.5
        global.openai.gpt-5.5                         in 5  out 30  read 0.5
            >272000                                   in 10  out 45  read 1
        global.openai.gpt-5.6-luna                    in 0.2  out 1.2  read 0.02  write 0.25
            >272000                                   in 0.4  out 1.8  read 0.04  write 0.5
        global.openai.gpt-5.6-sol                     in 4  out 20  read 0.4  write 5
            >272000                                   in 8  out 30  read 0.8  write 10
        global.openai.gpt-5.6-terra                   in 2  out 12  read 0.2  write 2.5
            >272000                                   in 4  out 18  read 0.4  write 5
        global.openai.gpt-6-astra                     in 10  out 50  read 1  write 12.5
            >272000                                   in 20  out 75  read 2  write 25
        global.openai.gpt-6.1-sol                     in 2  out 10  read 0.1  write 2.5
            >272000                                   in 4  out 15  read 0.2  write 5
        global.zai.glm-5.3                            in 1.68  out 5.28  read 0.312  write 2.1
            batch                                     in 0.84  out 2.64  read 0.156  write 1.05
            flex                                      in 0.84  out 2.64  read 0.156  write 1.05
            priority                                  in 2.94  out 9.24  read 0.546  write 3.675
        google.gemma-3-12b-it                         in 0.09  out 0.29
            batch                                     in 0.05  out 0.15
            flex                                      in 0.05  out 0.15
            priority                                  in 0.16  out 0.51
        google.gemma-3-27b-it                         in 0.23  out 0.38
            batch                                     in 0.12  out 0.19
            flex                                      in 0.12  out 0.19
            priority                                  in 0.4  out 0.67
        google.gemma-3-4b-it                          in 0.04  out 0.08
            batch                                     in 0.02  out 0.04
            flex                                      in 0.02  out 0.04
            priority                                  in 0.07  out 0.14
        meta.llama2-13b-chat-v1                       in 0.75  out 1
        meta.llama2-70b-chat-v1                       in 1.95  out 2.56
        meta.llama3-1-405b-instruct-v1:0              in 2.4  out 2.4
        meta.llama3-1-70b-instruct-v1:0               in 0.72  out 0.72
            batch                                     in 0.36  out 0.36
        meta.llama3-1-8b-instruct-v1:0                in 0.22  out 0.22
            batch                                     in 0.11  out 0.11
        meta.llama3-2-11b-instruct-v1:0               in 0.16  out 0.16
        meta.llama3-2-1b-instruct-v1:0                in 0.1  out 0.1
        meta.llama3-2-3b-instruct-v1:0                in 0.15  out 0.15
        meta.llama3-2-90b-instruct-v1:0               in 0.72  out 0.72
        meta.llama3-3-70b-instruct-v1:0               in 0.72  out 0.72
            batch                                     in 0.36  out 0.36
        meta.llama3-70b-instruct-v1:0                 in 2.65  out 3.5
        meta.llama3-8b-instruct-v1:0                  in 0.3  out 0.6
        meta.llama4-maverick-17b-instruct-v1:0        in 0.24  out 0.97
            batch                                     in 0.12  out 0.485
        meta.llama4-scout-17b-instruct-v1:0           in 0.17  out 0.66
            batch                                     in 0.085  out 0.33
        minimax.minimax-m2                            in 0.3  out 1.2
            batch                                     in 0.15  out 0.6
            flex                                      in 0.15  out 0.6
            priority                                  in 0.52  out 2.1
        minimax.minimax-m2.1                          in 0.3  out 1.2
            batch                                     in 0.15  out 0.6
            flex                                      in 0.15  out 0.6
            priority                                  in 0.525  out 2.1
        minimax.minimax-m2.5                          in 0.3  out 1.2
            batch                                     in 0.15  out 0.6
            flex                                      in 0.15  out 0.6
            priority                                  in 0.525  out 2.1
        mistral.devstral-2-123b                       in 0.4  out 2
            batch                                     in 0.2  out 1
            flex                                      in 0.2  out 1
            priority                                  in 0.7  out 3.5
        mistral.magistral-small-2509                  in 0.5  out 1.5
            batch                                     in 0.25  out 0.75
            flex                                      in 0.25  out 0.75
            priority                                  in 0.88  out 2.63
        mistral.ministral-3-14b-instruct              in 0.2  out 0.2
            batch                                     in 0.1  out 0.1
            flex                                      in 0.1  out 0.1
            priority                                  in 0.35  out 0.35
        mistral.ministral-3-3b-instruct               in 0.1  out 0.1
            batch                                     in 0.05  out 0.05
            flex                                      in 0.05  out 0.05
            priority                                  in 0.17  out 0.17
        mistral.ministral-3-8b-instruct               in 0.15  out 0.15
            batch                                     in 0.07  out 0.07
            flex                                      in 0.07  out 0.07
            priority                                  in 0.26  out 0.26
        mistral.mistral-7b-instruct-v0:2              in 0.15  out 0.2
        mistral.mistral-large-2402-v1:0               in 4  out 12
        mistral.mistral-large-2407-v1:0               in 2  out 6
        mistral.mistral-large-3-675b-instruct         in 0.5  out 1.5
            batch                                     in 0.25  out 0.75
            flex                                      in 0.25  out 0.75
            priority                                  in 0.88  out 2.63
        mistral.mistral-small-2402-v1:0               in 1  out 3
            batch                                     in 0.5  out 1.5
        mistral.mixtral-8x7b-instruct-v0:1            in 0.45  out 0.7
        mistral.pixtral-large-2502-v1:0               in 2  out 6
        mistral.voxtral-mini-3b-2507                  in 0.04  out 0.04
            batch                                     in 0.02  out 0.02
            flex                                      in 0.02  out 0.02
            priority                                  in 0.07  out 0.07
        mistral.voxtral-small-24b-2507                in 0.1  out 0.3
            batch                                     in 0.05  out 0.15
            flex                                      in 0.05  out 0.15
            priority                                  in 0.17  out 0.52
        moonshot.kimi-k2-thinking                     in 0.6  out 2.5
            batch                                     in 0.3  out 1.25
            priority                                  in 1.05  out 4.38
        moonshotai.kimi-k2.5                          in 0.6  out 3
            batch                                     in 0.3  out 1.5
            flex                                      in 0.3  out 1.5
            priority                                  in 1.05  out 5.25
        moonshotai.kimi-k3                            in 3.3  out 16.5  read 0.33  write 4.125
            flex                                      in 1.65  out 8.25  read 0.165  write 2.0625
            priority                                  in 5.775  out 28.875  read 0.5775  write 7.21875
        nvidia.nemotron-nano-12b-v2                   in 0.2  out 0.6
            batch                                     in 0.1  out 0.3
            flex                                      in 0.1  out 0.3
            priority                                  in 0.35  out 1.05
        nvidia.nemotron-nano-3-30b                    in 0.06  out 0.24
            batch                                     in 0.03  out 0.12
            flex                                      in 0.03  out 0.12
            priority                                  in 0.11  out 0.42
        nvidia.nemotron-nano-9b-v2                    in 0.06  out 0.23
            batch                                     in 0.03  out 0.12
            flex                                      in 0.03  out 0.12
            priority                                  in 0.11  out 0.4
        nvidia.nemotron-super-3-120b                  in 0.15  out 0.65
            batch                                     in 0.075  out 0.325
            flex                                      in 0.075  out 0.325
            priority                                  in 0.2625  out 1.1375
        openai.gpt-6-luna                             in 0.1  out 0.5  read 0.01  write 0.125
            >272000                                   in 0.2  out 0.75  read 0.02  write 0.25
        openai.gpt-6-sol                              in 2  out 10  read 0.2  write 2.5
            >272000                                   in 4  out 15  read 0.4  write 5
        openai.gpt-oss-120b-1:0                       in 0.15  out 0.6
            batch                                     in 0.075  out 0.3
            flex                                      in 0.075  out 0.3
            priority                                  in 0.2625  out 1.05
        openai.gpt-oss-20b-1:0                        in 0.07  out 0.3
            batch                                     in 0.035  out 0.15
            flex                                      in 0.035  out 0.15
            priority                                  in 0.1225  out 0.525
        openai.gpt-oss-safeguard-120b                 in 0.15  out 0.6
            batch                                     in 0.07  out 0.3
            flex                                      in 0.07  out 0.3
            priority                                  in 0.26  out 1.05
        openai.gpt-oss-safeguard-20b                  in 0.07  out 0.2
            batch                                     in 0.03  out 0.1
            flex                                      in 0.03  out 0.1
            priority                                  in 0.12  out 0.35
        qwen.qwen3-235b-a22b-2507-v1:0                in 0.22  out 0.88
            batch                                     in 0.11  out 0.44
            flex                                      in 0.11  out 0.44
        qwen.qwen3-32b-v1:0                           in 0.15  out 0.6
            batch                                     in 0.075  out 0.3
            flex                                      in 0.075  out 0.3
            priority                                  in 0.2625  out 1.05
        qwen.qwen3-coder-30b-a3b-v1:0                 in 0.15  out 0.6
            batch                                     in 0.075  out 0.3
            priority                                  in 0.2625  out 1.05
        qwen.qwen3-coder-480b-a35b-v1:0               in 0.45  out 1.8
        qwen.qwen3-coder-next                         in 0.5  out 1.2
            batch                                     in 0.25  out 0.6
            flex                                      in 0.25  out 0.6
            priority                                  in 0.875  out 2.1
        qwen.qwen3-next-80b-a3b                       in 0.15  out 1.2
        qwen.qwen3-vl-235b-a22b                       in 0.53  out 2.66
            batch                                     in 0.26  out 1.33
            priority                                  in 0.93  out 4.66
        us-gov.nvidia.nemotron-nano-12b-v2            in 0.24  out 0.72
        us-gov.nvidia.nemotron-nano-3-30b             in 0.072  out 0.288
        us-gov.nvidia.nemotron-nano-9b-v2             in 0.072  out 0.276
        us-gov.nvidia.nemotron-super-3-120b           in 0.18  out 0.78
        us-gov.openai.gpt-oss-120b-1:0                in 0.18  out 0.72
        us-gov.openai.gpt-oss-20b-1:0                 in 0.084  out 0.36
        us.openai.gpt-5.4                             in 2.75  out 16.5  read 0.275
            >272000                                   in 5.5  out 24.75  read 0.55
        us.openai.gpt-5.5                             in 5.5  out 33  read 0.55
            >272000                                   in 11  out 49.5  read 1.1
        us.openai.gpt-5.6-luna                        in 0.22  out 1.32  read 0.022  write 0.275
            >272000                                   in 0.44  out 1.98  read 0.044  write 0.55
        us.openai.gpt-5.6-sol                         in 4.4  out 22  read 0.44  write 5.5
            >272000                                   in 8.8  out 33  read 0.88  write 11
        us.openai.gpt-5.6-terra                       in 2.2  out 13.2  read 0.22  write 2.75
            >272000                                   in 4.4  out 19.8  read 0.44  write 5.5
        us.openai.gpt-6-astra                         in 11  out 55  read 1.1  write 13.75
            >272000                                   in 22  out 82.5  read 2.2  write 27.5
        us.openai.gpt-6-luna                          in 0.11  out 0.55  read 0.011  write 0.1375
            >272000                                   in 0.22  out 0.825  read 0.022  write 0.275
        us.openai.gpt-6-sol                           in 2.2  out 11  read 0.22  write 2.75
            >272000                                   in 4.4  out 16.5  read 0.44  write 5.5
        us.openai.gpt-6.1-sol                         in 2.2  out 11  read 0.11  write 2.75
            >272000                                   in 4.4  out 16.5  read 0.22  write 5.5
        us.zai.glm-5.3                                in 1.848  out 5.808  read 0.3432  write 2.31
            batch                                     in 0.924  out 2.904  read 0.1716  write 1.155
            flex                                      in 0.924  out 2.904  read 0.1716  write 1.155
            priority                                  in 3.234  out 10.164  read 0.6006  write 4.0425
        writer.palmyra-vision-7b                      in 0.15  out 0.6
            batch                                     in 0.075  out 0.3
            flex                                      in 0.075  out 0.3
            priority                                  in 0.2625  out 1.05
        writer.palmyra-x4-v1:0                        in 2.5  out 10
        writer.palmyra-x5-v1:0                        in 0.6  out 6
        zai.glm-4.7                                   in 0.6  out 2.2
            batch                                     in 0.3  out 1.1
            flex                                      in 0.3  out 1.1
            priority                                  in 1.05  out 3.85
        zai.glm-4.7-flash                             in 0.07  out 0.4
            batch                                     in 0.035  out 0.2
            flex                                      in 0.035  out 0.2
            priority                                  in 0.1225  out 0.7
        zai.glm-5                                     in 1  out 3.2
            batch                                     in 0.5  out 1.6
            priority                                  in 1.75  out 5.6
        """
}
