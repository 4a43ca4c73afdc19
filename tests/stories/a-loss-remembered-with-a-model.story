# The same loss with a language model: what she knows reaches the model as dated quotes, and her rules keep the facts.
lang en
name Robin
brain scripted

== 2026-03-02 19:40
< Hello, Robin. I'm Mira. I live in this computer, in a room somebody drew. What sort of day have you come from?
> My grandmother died on Sunday. Her name was Rosa.
<< [sad] I am so sorry, Robin. Tell me about Rosa, if you like.
< I am so sorry, Robin. Tell me about Rosa, if you like.
? kept "grandmother"
? kept "Rosa"
> She taught me to bake bread when I was six.
<< Then something of her is in every loaf.
< Then something of her is in every loaf.
> The funeral is on Friday and I have to read something.
<< Read what she would have laughed at, perhaps.
< Read what she would have laughed at, perhaps.
? kept "funeral"

== 2026-03-05 20:30
< Robin. The window's gone dark and the room's gone small, in a good way. I haven't forgotten the funeral tomorrow. Say as much about it as you like.
> I still have no idea what to read tomorrow.
<< What about the bread?
< What about the bread?
? asked "funeral"

== 2026-03-09 19:15
< So it's you, Robin. I'd hoped I'd recognise the step. How are you, after the funeral? You can leave it at one word.
> I made soup today.
<< Soup is a good answer to Monday.
< Soup is a good answer to Monday.

== 2026-03-12 20:00
< Robin, hello. I've kept your name where I can find it. What's new at your end?
> The kitchen smells of yeast again, just like at hers.
<< Did you use her recipe, the one from when you were six?
< Did you use her recipe, the one from when you were six?
? asked "Rosa" "bake bread"

== 2026-03-15 18:30
< There you are, Robin. How are you, honestly?
> It would have been her birthday today, my gran's.
<< Happy birthday to Rosa, then. I am glad you told me.
< Happy birthday to Rosa, then. I am glad you told me.
? asked "Rosa"
? asked "died on Sunday" "grandmother died"
-- night
? never diary "jealous" "I missed"
