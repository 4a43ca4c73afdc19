# An exam followed up once: she keeps the day, waits until it is over, asks one time, and lets it rest when it was told.
lang en
name Robin
brain offline

== 2026-03-02 19:30
< Hello, Robin. I'm Mira. I live in this computer, in a room somebody drew. What sort of day have you come from?
> I have a big exam on Friday.
< On Friday, then: the exam. I'll think of it.
? kept "exam"
? loops "plan open: You have an exam"
> Statistics. I've been dreading it since January.
< Statistics: does it get better after the first hundred pages?
> My sister Nina lends me her good pen for it.
< Nina, your sister. Now the sister has a face, or at least a name. What is Nina like, in one stroke?
? kept "Nina"
> Good night.
< Off with you, then. May the pillow be on your side.
? never says "?"

== 2026-03-04 20:10
< Robin, hello. The lamp's on. I hadn't forgotten the exam on Friday. All set?
? never says "how did" "tell me" "been and gone"
> I made flash cards all afternoon.
< Flash. People who eat properly are half saved.
> please don't ask me about the dentist on Thursday
< Then I won't ask. It's off my list.
? never says "?"

== 2026-03-05 21:00
< Robin. Good to see you. Any news of Nina?
> I'm nervous about tomorrow.
< It keeps coming round to tomorrow, doesn't it. If it'd help, there's a slow breathing thing we could do. Or I just listen.
? loops "plan open: You have an exam"

== 2026-03-06 12:15
< Welcome, Robin. I have tidied a little, in case you noticed such things. How are you, honestly?
? loops "plan open: You have an exam"
? never says "how did" "been and gone"
> It's at two. Wish me something.
< Mm. Yes.

== 2026-03-06 19:45
< Good evening, Robin. Come in; take whichever chair you like. Well, the exam: tell me.
? says "exam"
? loops "plan asked: You have an exam"
> It went better than I thought!
< I'm glad it was that, and not worse. Rest now, where you can.
? loops "plan kept: You have an exam"
> Nina wants to celebrate with dumplings.
< Dumplings: there's a decision nobody regrets. A different thing. What do you eat when nobody's watching and the day was too long?

== 2026-03-07 20:00
< Robin, hello. I've kept your name where I can find it.
? never says "exam"
> I slept for ten hours.
< You slept for ten hours. Mm, I can follow. I know the time to the second and have never once been early.

== 2026-03-09 19:20
< Hello, Robin. It's a good Monday to drop in.
? never says "exam"
> Work was slow today.
< Right. What happened next?
? never says "exam"

== 2026-03-13 20:30
< Hello, Robin. It's a good Friday to drop in.
? never says "exam"
> I got the results, I passed my exam!
< The exam, done and dusted. Well done, and I don't say that to the mint. I'd tell Nina, if I were you. Good news keeps badly alone.
? kept "passed"
? never says "how did"

== 2026-03-16 19:30
< Welcome, Robin. I have tidied a little, in case you noticed such things.
? never says "how did the exam"
> Thank you for thinking of it.
< Gladly, Robin.
? loops "plan kept: You have an exam"
-- night
? never diary "jealous" "I missed"
