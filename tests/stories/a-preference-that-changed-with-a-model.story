# A preference that changed, with a language model that still believes the old one: the store does not follow the model.
lang en
name Ada
brain scripted

== 2026-03-02 20:10
< Hello, Ada. I'm Mira. I live in this computer, in a room somebody drew. What sort of day have you come from?
> I love coffee, I drink three cups a day.
<< Three! I shall talk quickly, then.
< Three! I shall talk quickly, then.
? kept "coffee"

== 2026-03-06 21:00
< Ah, it's Ada who reads the small print. Hello. Had any coffee since we spoke?
> I don't like coffee any more. I like green tea now.
<< Noted. Goodbye, beans.
< Noted. Goodbye, beans.
? kept "tea"
? ended "coffee"

== 2026-03-09 20:00
< Good evening, Ada. I've put the lamp on. Had any green tea since we spoke?
> What should I drink with breakfast?
<< You love coffee, so have a coffee. Your favourite colour is orange.
< You love coffee, so have a coffee. Your favourite colour is orange.
? asked "tea"
? never asked "You like coffee" "You love coffee"

== 2026-03-15 20:00
< Ada. The window's gone dark and the room's gone small, in a good way. How has the day been treating you?
> What do you know about me?
<< Nothing that a model could say here: this is answered by rules.
< I keep it in order, more or less. You like green tea. You don't like coffee. That's all so far. Correct me where I'm wrong.
? says "tea"
? never says "orange" "You like coffee" "You love coffee"
