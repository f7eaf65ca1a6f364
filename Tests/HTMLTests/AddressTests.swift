import HTML
import Testing

struct AddressTests {
    @Test(arguments: XSSCorpus.addresses)
    func `only plain https addresses lead elsewhere`(address: String) {
        #expect(Address(web: address) == nil)
    }

    @Test(arguments: ["https://www.gob.pe/mimp", "https://www.mpfn.gob.pe/?K=102&id=3#sedes"])
    func `public pages are linked as they are`(address: String) {
        #expect(Address(web: address)?.text == address)
    }

    @Test(arguments: ["", "+", "105;ext=1", "javascript:1", "10 5", "tel:105", "1234567890123456", "+51 939"])
    func `a number to dial is digits`(number: String) {
        #expect(Address(calling: number) == nil)
        #expect(Address(messaging: number, body: "x") == nil)
    }

    @Test func `an extension is digits as well`() {
        #expect(Address(calling: "105", extension: "1#") == nil)
        #expect(Address(calling: "105")?.text == "tel:105")
    }

    @Test func `a page's address is encoded part by part`() {
        let address = Address.page(["a b", "ñ/<"], query: ["distrito": "150135&x=\"1\""], fragment: "s1")
        #expect(address.text == "/a%20b/%C3%B1%2F%3C?distrito=150135%26x%3D%221%22#s1")
        #expect(Address.page([]).text == "/")
        #expect(Address.place("ruta").text == "#ruta")
    }

    @Test func `a message carries its text encoded`() {
        #expect(
            Address(messaging: "+51900000000", body: "K7Q2 M3X9?&")?.text
                == "sms:+51900000000?body=K7Q2%20M3X9%3F%26")
    }
}
