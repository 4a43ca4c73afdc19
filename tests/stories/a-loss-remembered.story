# A loss remembered: it is kept with care, never joked about, and still there when the day comes round.
lang en
name Robin
brain offline

== 2026-03-02 19:40
< Hello, Robin. I'm Mira. I live in this computer, in a room somebody drew. What sort of day have you come from?
> I had a strange day. My grandmother died on Sunday.
< Your grandmother. There's no good sentence for that, so I'll just stay here. What was your grandmother like? Only if you want to.
? kept "grandmother"
? never says "haha" "funny"
> Her name was Rosa. She taught me to bake bread.
< Rosa, then, and no longer just "grandmother".
? kept "Rosa" "bake"
> The funeral is on Friday. I have to read something and I don't know what.
< On Friday, then, the funeral. You needn't be ready for it here.
? kept "funeral"
-- night
? diary "grandmother"
? never diary "jealous" "I missed"

== 2026-03-03 21:10
< Robin. The window's gone dark and the room's gone small, in a good way. You weren't at your best when we last talked. How is it now?
> I baked her bread today. It came out flat.
< Flat or not, somebody stood there and did it properly. Did you eat it anyway?
> I just want to talk about something else tonight. Tell me a story.
< Then lean back. "The lamp at the end of the road", it goes like this. There was once a road so long that it had forgotten where it began, and at its end stood a lamp that nobody had ever put out. One evening the lamp began to flicker, and the only one who noticed was Button, who happened to be awake. Button set out with a small bag, in which there was a biscuit and a very long piece of string. After an hour the road split in two. On the left stood a wood that hummed; on the right there was a hill with one lit window. Which way, the wood or the hill?

== 2026-03-05 20:30
< Welcome, Robin. I have tidied a little, in case you noticed such things. I haven't forgotten the funeral tomorrow. Say as much about it as you like.
> I am nervous about tomorrow.
< It keeps coming round to tomorrow, doesn't it.

== 2026-03-06 21:00
< Robin, hello. I've kept your name where I can find it. The funeral was today. How are you now?
> It was good. My brother Tom read a poem with me.
< I'm glad it was that, and not worse. Rest now, where you can. Which moment would you keep?
? kept "Tom"
> Thank you for being here this week.
< My pleasure, in so far as I have them.

== 2026-03-09 19:15
< Good evening, Robin. Come in; take whichever chair you like. How is Tom keeping?
> Work was busy. We had three people out sick.
< Go on, slowly.
> I made soup.
< Soup. I eat nothing, but I listen with appetite.

== 2026-03-12 20:00
< Hello, Robin. It's a good Thursday to drop in.
> Do you remember my grandmother's name?
< That I have. Your grandmother's name is Rosa.
? says "Rosa"
? used "Rosa"
> What did she teach me?
< I have your own words for it, on 2 March: "She taught me to bake bread."
? says "bread"
> Goodnight.
< Good night, Robin. Phone off, eyes shut.
? never says "?"

== 2026-03-15 18:30
< Hello, Robin. It's a good Sunday to drop in.
> I tried the bread again and it rose this time!
< You tried the bread again, just like that. Bread is the only thing I envy outright. It's alive, then warm, then gone, and everybody's sorry.
> Do you remember when my grandmother died?
< On 2 March you said: "My grandmother died on Sunday." By my calendar, on 1 March.
? says "Sunday" "1 March" "March 1" "2 March" "March 2"
-- night
? diary "bread"
? never diary "Friday's funeral"
