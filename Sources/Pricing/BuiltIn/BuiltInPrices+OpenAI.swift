extension BuiltInPrices {
    /// The models of OpenAI.
    static let openAI = """
        chat-latest                 in 5  out 30  read 0.5
        computer-use-preview        in 3  out 12
        daybreak-blue-latest        in 4  out 20  read 0.4  write 5
            >272000                 in 8  out 30  read 0.8  write 10
        daybreak-red-latest         in 12.5  out 75  read 1.25  write 15.625
            >272000                 in 25  out 112.5  read 2.5  write 31.25
        ft:gpt-3.5-turbo            in 3  out 6
            batch                   in 1.5  out 3
        ft:gpt-3.5-turbo-0125       in 3  out 6
        ft:gpt-3.5-turbo-0613       in 3  out 6
        ft:gpt-3.5-turbo-1106       in 3  out 6
        ft:gpt-4-0613               in 30  out 60
        ft:gpt-4.1                  in 3  out 12  read 0.75
            batch                   in 1.5  out 6  read 0.5
        ft:gpt-4.1-mini             in 0.8  out 3.2  read 0.2
            batch                   in 0.4  out 1.6  read 0.1
        ft:gpt-4.1-nano             in 0.2  out 0.8  read 0.05
            batch                   in 0.1  out 0.4  read 0.025
        ft:gpt-4o                   in 3.75  out 15  read 1.875
            batch                   in 2.225  out 12.5  read 0.9
        ft:gpt-4o-mini              in 0.3  out 1.2  read 0.15
            batch                   in 0.15  out 0.6  read 0.075
        ft:o4-mini                  in 4  out 16  read 1
            batch                   in 2  out 8  read 0.5
        gpt-3.5-turbo               in 0.5  out 1.5
        gpt-3.5-turbo-0125          in 0.5  out 1.5
            batch                   in 0.25  out 0.75
        gpt-3.5-turbo-1106          in 1  out 2
            batch                   in 1  out 2
        gpt-3.5-turbo-16k           in 3  out 4
        gpt-4                       in 30  out 60
        gpt-4-0613                  in 30  out 60
            batch                   in 15  out 30
        gpt-4-1106-preview          in 10  out 30
        gpt-4-turbo                 in 10  out 30
        gpt-4-turbo-2024-04-09      in 10  out 30
            batch                   in 5  out 15
        gpt-4.1                     in 2  out 8  read 0.5
            batch                   in 1  out 4
            priority                in 3.5  out 14  read 0.875
        gpt-4.1-mini                in 0.4  out 1.6  read 0.1
            batch                   in 0.2  out 0.8
            priority                in 0.7  out 2.8  read 0.175
        gpt-4.1-nano                in 0.1  out 0.4  read 0.025
            batch                   in 0.05  out 0.2
            priority                in 0.2  out 0.8  read 0.05
        gpt-4o                      in 2.5  out 10  read 1.25
            batch                   in 1.25  out 5
            priority                in 4.25  out 17  read 2.125
        gpt-4o-2024-05-13           in 5  out 15
            batch                   in 2.5  out 7.5
            priority                in 8.75  out 26.25
        gpt-4o-audio-preview        in 2.5  out 10  audioin 40  audioout 80
        gpt-4o-mini                 in 0.15  out 0.6  read 0.075
            batch                   in 0.075  out 0.3
            priority                in 0.25  out 1  read 0.125
        gpt-4o-mini-audio-preview   in 0.15  out 0.6  audioin 10  audioout 20
        gpt-4o-mini-search-preview  in 0.15  out 0.6  read 0.075
            batch                   in 0.075  out 0.3
        gpt-4o-search-preview       in 2.5  out 10  read 1.25
            batch                   in 1.25  out 5
        gpt-5                       in 1.25  out 10  read 0.125
            batch                   in 0.625  out 5  read 0.0625
            flex                    in 0.625  out 5  read 0.0625
            priority                in 2.5  out 20  read 0.25
        gpt-5-chat                  in 1.25  out 10  read 0.125
        gpt-5-chat-latest           in 1.25  out 10  read 0.125
        gpt-5-codex                 in 1.25  out 10  read 0.125
        gpt-5-mini                  in 0.25  out 2  read 0.025
            batch                   in 0.125  out 1  read 0.0125
            flex                    in 0.125  out 1  read 0.0125
            priority                in 0.45  out 3.6  read 0.045
        gpt-5-nano                  in 0.05  out 0.4  read 0.005
            batch                   in 0.025  out 0.2  read 0.0025
            flex                    in 0.025  out 0.2  read 0.0025
        gpt-5-pro                   in 15  out 120
            batch                   in 7.5  out 60
        gpt-5-search-api            in 1.25  out 10  read 0.125
        gpt-5.1                     in 1.25  out 10  read 0.125
            batch                   in 0.625  out 5  read 0.0625
            flex                    in 0.625  out 5  read 0.0625
            priority                in 2.5  out 20  read 0.25
        gpt-5.1-chat-latest         in 1.25  out 10  read 0.125
        gpt-5.1-codex               in 1.25  out 10  read 0.125
        gpt-5.1-codex-max           in 1.25  out 10  read 0.125
        gpt-5.1-codex-mini          in 0.25  out 2  read 0.025
        gpt-5.2                     in 1.75  out 14  read 0.175
            batch                   in 0.875  out 7  read 0.0875
            flex                    in 0.875  out 7  read 0.0875
            priority                in 3.5  out 28  read 0.35
        gpt-5.2-chat-latest         in 1.75  out 14  read 0.175
        gpt-5.2-codex               in 1.75  out 14  read 0.175
        gpt-5.2-pro                 in 21  out 168
            batch                   in 10.5  out 84
        gpt-5.3-chat-latest         in 1.75  out 14  read 0.175
        gpt-5.3-codex               in 1.75  out 14  read 0.175
            priority                in 3.5  out 28  read 0.35
        gpt-5.4                     in 2.5  out 15  read 0.25
            >272000                 in 5  out 22.5  read 0.5
            batch                   in 1.25  out 7.5  read 0.13
            batch>272000            in 2.5  out 11.25  read 0.25
            flex                    in 1.25  out 7.5  read 0.13
            flex>272000             in 2.5  out 11.25  read 0.25
            priority                in 5  out 30  read 0.5
        gpt-5.4-mini                in 0.75  out 4.5  read 0.075
            batch                   in 0.375  out 2.25  read 0.0375
            flex                    in 0.375  out 2.25  read 0.0375
            priority                in 1.5  out 9  read 0.15
        gpt-5.4-nano                in 0.2  out 1.25  read 0.02
            batch                   in 0.1  out 0.625  read 0.01
            flex                    in 0.1  out 0.625  read 0.01
        gpt-5.4-pro                 in 30  out 180
            >272000                 in 60  out 270
            batch                   in 15  out 90
            batch>272000            in 30  out 135
            flex                    in 15  out 90
            flex>272000             in 30  out 135
        gpt-5.5                     in 5  out 30  read 0.5
            >272000                 in 10  out 45  read 1
            batch                   in 2.5  out 15  read 0.25
            batch>272000            in 5  out 22.5  read 0.5
            flex                    in 2.5  out 15  read 0.25
            flex>272000             in 5  out 22.5  read 0.5
            priority                in 12.5  out 75  read 1.25
        gpt-5.5-cyber               in 12.5  out 75  read 1.25
        gpt-5.5-cyber-preview       in 12.5  out 75  read 1.25
        gpt-5.5-pro                 in 30  out 180
            >272000                 in 60  out 270
            batch                   in 15  out 90
            batch>272000            in 30  out 135
            flex                    in 15  out 90
        gpt-5.6                     in 4  out 20  read 0.4  write 5
            >272000                 in 8  out 30  read 0.8  write 10
            batch                   in 2  out 10  read 0.2  write 2.5
            batch>272000            in 4  out 15  read 0.4  write 5
            flex                    in 2  out 10  read 0.2  write 2.5
            flex>272000             in 4  out 15  read 0.4  write 5
            priority                in 8  out 40  read 0.8  write 10
            priority>272000         in 16  out 60  read 1.6  write 20
        gpt-5.6-cyber               in 12.5  out 75  read 1.25  write 15.625
            >272000                 in 25  out 112.5  read 2.5  write 31.25
        gpt-5.6-luna                in 0.2  out 1.2  read 0.02  write 0.25
            >272000                 in 0.4  out 1.8  read 0.04  write 0.5
            batch                   in 0.1  out 0.6  read 0.01  write 0.125
            batch>272000            in 0.2  out 0.9  read 0.02  write 0.25
            flex                    in 0.1  out 0.6  read 0.01  write 0.125
            flex>272000             in 0.2  out 0.9  read 0.02  write 0.25
            priority                in 0.4  out 2.4  read 0.04  write 0.5
            priority>272000         in 0.8  out 3.6  read 0.08  write 1
        gpt-5.6-sol                 in 4  out 20  read 0.4  write 5
            >272000                 in 8  out 30  read 0.8  write 10
            batch                   in 2  out 10  read 0.2  write 2.5
            batch>272000            in 4  out 15  read 0.4  write 5
            flex                    in 2  out 10  read 0.2  write 2.5
            flex>272000             in 4  out 15  read 0.4  write 5
            priority                in 8  out 40  read 0.8  write 10
            priority>272000         in 16  out 60  read 1.6  write 20
        gpt-5.6-terra               in 2  out 12  read 0.2  write 2.5
            >272000                 in 4  out 18  read 0.4  write 5
            batch                   in 1  out 6  read 0.1  write 1.25
            batch>272000            in 2  out 9  read 0.2  write 2.5
            flex                    in 1  out 6  read 0.1  write 1.25
            flex>272000             in 2  out 9  read 0.2  write 2.5
            priority                in 4  out 24  read 0.4  write 5
            priority>272000         in 8  out 36  read 0.8  write 10
        gpt-6-astra                 in 10  out 50  read 1  write 12.5
            >272000                 in 20  out 75  read 2  write 25
            batch                   in 5  out 25  read 0.5  write 6.25
            batch>272000            in 10  out 37.5  read 1  write 12.5
            flex                    in 5  out 25  read 0.5  write 6.25
            flex>272000             in 10  out 37.5  read 1  write 12.5
            priority                in 20  out 100  read 2  write 25
            priority>272000         in 40  out 150  read 4  write 50
        gpt-6-luna                  in 0.1  out 0.5  read 0.01  write 0.125
            >272000                 in 0.2  out 0.75  read 0.02  write 0.25
            batch                   in 0.05  out 0.25  read 0.005  write 0.0625
            batch>272000            in 0.1  out 0.375  read 0.01  write 0.125
            flex                    in 0.05  out 0.25  read 0.005  write 0.0625
            flex>272000             in 0.1  out 0.375  read 0.01  write 0.125
            priority                in 0.2  out 1  read 0.02  write 0.25
            priority>272000         in 0.4  out 1.5  read 0.04  write 0.5
        gpt-6-sol                   in 2  out 10  read 0.2  write 2.5
            >272000                 in 4  out 15  read 0.4  write 5
            batch                   in 1  out 5  read 0.1  write 1.25
            batch>272000            in 2  out 7.5  read 0.2  write 2.5
            flex                    in 1  out 5  read 0.1  write 1.25
            flex>272000             in 2  out 7.5  read 0.2  write 2.5
            priority                in 4  out 20  read 0.4  write 5
            priority>272000         in 8  out 30  read 0.8  write 10
        gpt-6.1-sol                 in 2  out 10  read 0.1  write 2.5
            >272000                 in 4  out 15  read 0.2  write 5
            batch                   in 1  out 5  read 0.05  write 1.25
            batch>272000            in 2  out 7.5  read 0.1  write 2.5
            flex                    in 1  out 5  read 0.05  write 1.25
            flex>272000             in 2  out 7.5  read 0.1  write 2.5
            priority                in 4  out 20  read 0.2  write 5
            priority>272000         in 8  out 30  read 0.4  write 10
        gpt-audio                   in 2.5  out 10  audioin 32  audioout 64
        gpt-audio-1.5               in 2.5  out 10  audioin 32  audioout 64
        gpt-audio-mini              in 0.6  out 2.4  audioin 10  audioout 20
        gpt-daybreak-blue-latest    in 4  out 20  read 0.4  write 5
            >272000                 in 8  out 30  read 0.8  write 10
        gpt-daybreak-red-latest     in 12.5  out 75  read 1.25  write 15.625
            >272000                 in 25  out 112.5  read 2.5  write 31.25
        gpt-rosalind-discovery      in 5  out 25  read 0.5
        gpt-rosalind-research       in 5  out 25  read 0.5
        o1                          in 15  out 60  read 7.5
            batch                   in 7.5  out 30
        o1-pro                      in 150  out 600
            batch                   in 75  out 300
        o3                          in 2  out 8  read 0.5
            batch                   in 1  out 4
            flex                    in 1  out 4  read 0.25
            priority                in 3.5  out 14  read 0.875
        o3-deep-research            in 10  out 40  read 2.5
        o3-mini                     in 1.1  out 4.4  read 0.55
            batch                   in 0.55  out 2.2
        o3-pro                      in 20  out 80
            batch                   in 10  out 40
        o4-mini                     in 1.1  out 4.4  read 0.275
            batch                   in 0.55  out 2.2
            flex                    in 0.55  out 2.2  read 0.138
            priority                in 2  out 8  read 0.5
        o4-mini-deep-research       in 2  out 8  read 0.5
        text-embedding-3-large      in 0.13
            batch                   in 0.065
        text-embedding-3-small      in 0.02
            batch                   in 0.01
        text-embedding-ada-002      in 0.1
        text-embedding-ada-002-v2   in 0.1
            batch                   in 0.05
        """
}
