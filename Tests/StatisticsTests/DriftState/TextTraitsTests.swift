import Statistics
import Testing

@Suite struct TextTraitsTests {
    static func traits(_ text: String) -> TextTraits { TextTraits(text, Tokenizer.unicode.tokens(of: text)) }

    @Test(arguments: [
        ("How do I change the address of my order?", "en"), ("Wie kann ich die Adresse für mein Paket ändern?", "de"),
        ("¿Cómo puedo cambiar la dirección de mi pedido?", "es"),
        ("Comment changer mon adresse dans le compte ?", "fr"),
        ("注文の住所を変更できますか", "ja"), ("我可以更改订单地址吗", "zh"), ("هل يمكنني تغيير العنوان", "ar"), ("12345", "other"),
        ("", "other"),
    ])
    func tellsLanguages(text: String, language: String) { #expect(Self.traits(text).language == language) }

    @Test func tellsTones() {
        #expect(Self.traits("Great, happy to help! Thanks for asking.").tone > 0.3)
        #expect(Self.traits("Unfortunately that is impossible. Sorry.").tone < -0.3)
        #expect(Self.traits("That is not good.").tone < 0)
        #expect(Self.traits("The parcel arrives on Monday.").tone == 0)
    }

    @Test func tellsRefusals() {
        #expect(Self.traits("I'm sorry, but I can't help with that.").declines)
        #expect(Self.traits("Das kann ich nicht beantworten.").declines)
        #expect(!Self.traits("You can change it in your account; I can help with that.").declines)
    }
}
