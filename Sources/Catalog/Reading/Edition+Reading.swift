extension Edition {
    init(reading item: ItemReader) {
        version = item.text("version")
        title = item.text("title")
        publishedOn = item.date("published_on")
        note = item.plain("note")
    }
}
