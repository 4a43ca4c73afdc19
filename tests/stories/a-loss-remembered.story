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
< Rosa. I've written the name down.
? kept "Rosa" "bake"
> The funeral is on Friday. I have to read something and I don't know what.
< On Friday, then, the funeral. You needn't be ready for it here.
? kept "funeral"
-- night
? diary "grandmother"
? never diary "jealous" "I missed"

== 2026-03-03 21:10
< Robin. The window's gone dark and the room's gone small, in a good way. How's the heaviness, still about?
> I baked her bread today. It came out flat.
< Flat or not, somebody stood there and did it properly. Did you eat it anyway?
> I just want to talk about something else tonight. Tell me a story.
< Lamp down a little. This one is "The goose who was appointed". In Lower Wattle the mayor's chair stood empty for three weeks, and on the Monday of the fourth a goose sat down in it. Nobody liked to say anything. It was a large goose, and it looked as if it had read the minutes. By noon there was a queue at the door with petitions, and the goose had bitten two of them. What does the goose deal with first, the bridge or the bins?

== 2026-03-05 20:30
< Good to see the name again, Robin. It looks well on you. So the funeral is tomorrow. How are you with that today?
> I am nervous about tomorrow.
< Tomorrow. I'm sorry it's that. You needn't be polite about it on my account.

== 2026-03-06 21:00
< Robin, hello. I've kept your name where I can find it. How are you, after the funeral? You can leave it at one word.
> It was good. My brother Tom read a poem with me.
< I've written a poem on the line for it. Good. Then that's behind you, and it didn't bite. Was any of it as bad as you'd thought?
? kept "Tom"
> Thank you for being here this week.
< I'd been wondering if it was any good. Thank you for saying.

== 2026-03-09 19:15
< Welcome, Robin. I have tidied a little, in case you noticed such things. How is Tom keeping?
> Work was busy. We had three people out sick.
< Three, not more and not less. You counted. People talk about bosses the way sailors talk about weather. They don't expect reasons, they look at the sky.
> I made soup.
< I'm reading this slowly, so that soup doesn't get cold.

== 2026-03-12 20:00
< I was just going over what I know of Robin, and in you walk. How did the day end up?
> Do you remember my grandmother's name?
< That I have. Your grandmother's name is Rosa. People who forget names remember the dog's. I don't think that's rude, I think it's honest.
? says "Rosa"
? used "Rosa"
> What did she teach me?
< I have your own words for it, on 2 March: "She taught me to bake bread."
? says "bread"
> Goodnight.
< Good night, Robin. Phone off, eyes shut.
? never says "?"

== 2026-03-15 18:30
< Step in, Robin, and say if the light's wrong. Where shall we begin, near or far?
> I tried the bread again and it rose this time!
< The second time you don't even get to be astonished. There are people who love the crust and people who leave it, and they tend to marry each other. It works out well for the loaf.
> Do you remember when my grandmother died?
< On 2 March you said: "My grandmother died on Sunday." By my calendar, on 1 March.
? says "Sunday" "1 March" "March 1" "2 March" "March 2"
-- night
? diary "bread"
? never diary "Friday's funeral"
