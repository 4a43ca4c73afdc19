# A promise kept, with a language model: what it promises is written down and kept, and taken back where nobody could keep it.
lang en
name Robin
brain scripted

== 2026-03-02 19:30
< Hello, Robin. I'm Mira. I live in this computer, in a room somebody drew. What sort of day have you come from?
> I have a job interview on Thursday.
<< [nod] I'll keep my fingers crossed on Thursday.
< I'll keep my fingers crossed on Thursday.
? kept "interview"
? loops "hers open: She promised: “I'll keep my fingers crossed on Thursday”"
> I wish somebody cooked for me before it.
<< [happy] I'll cook you soup tomorrow.
< I'll cook you soup tomorrow.
? loops "hers open: She promised: “I'll cook you soup tomorrow”"

== 2026-03-03 20:00
< Welcome, Robin. I have tidied a little, in case you noticed such things. There's a promise of mine that no rule can keep: "I'll cook you soup tomorrow." I've no body to do it with, so I'd rather take it back than leave it standing.
? says "I'll cook you soup tomorrow"
? loops "hers explained: She promised: “I'll cook you soup tomorrow”"
> No harm done. I made my own.
<< [happy] Better so. What was in it?
< Better so. What was in it?
> Leeks. Can we talk on Sunday about how it went?
<< [nod] I'll ask you on Sunday how it went.
< I'll ask you on Sunday how it went.

== 2026-03-05 08:30
< So it's you, Robin. I'd hoped I'd recognise the step. Today's the day I said I'd wish you well. Consider it done, with both thumbs.
? says "luck" "thought of you" "wish you well" "think of you"
? loops "hers kept: She promised: “I'll keep my fingers crossed on Thursday”"
> Off I go.
<< [wave] Go well.
< Go well.

== 2026-03-08 19:30
< Ah, it's Robin who reads the small print. Hello. Well, the job interview: tell me.
? says "interview"
? loops "plan asked: You have a job interview"
? loops "hers kept: She promised: “I'll ask you on Sunday how it went”"
> They liked me, I think.
<< [happy] Then let them think it over.
< Then let them think it over.
? loops "plan kept: You have a job interview"
? never asked "then ask how the thing they planned went"

== 2026-03-11 20:00
< There you are, Robin, and it's just gone blue. Tell me one thing about today, any size.
? never says "interview" "promise" "soup"
> Nothing new from them yet.
<< [relaxed] Waiting is work too.
< Waiting is work too.

== 2026-03-15 19:00
< Good evening, Robin. Come in; take whichever chair you like. How did the day end up?
? never says "interview" "promise" "soup"
> I got the job!
<< [happy] You did! Sit down before you fall over.
< You did! Sit down before you fall over.
