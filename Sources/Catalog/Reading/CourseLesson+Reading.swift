extension CourseLesson {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        title = item.plain("title")
        text = item.plainList("text")
        showsSigns = item.flag("signs", else: false)
        conduct = item.ids("conduct")
        steps = item.ids("steps")
        ask = item.plain("ask")
        options = item.conditional("options") { option in
            Option(say: option.plain("say"), isRight: option.flag("right"))
        }
        why = item.plain("why")
        sources = item.requiredIDs("sources")
    }
}
