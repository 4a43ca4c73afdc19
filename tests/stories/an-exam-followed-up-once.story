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
< Robin. I had hoped it was you at the door. The exam is on Friday, isn't it? How are you feeling about it?
? never says "how did" "tell me" "been and gone"
> I made flash cards all afternoon.
< Flash. People who eat properly are half saved.
> please don't ask me about the dentist on Thursday
< Then I won't ask. It's off my list.
? never says "?"

== 2026-03-05 21:00
< Hello again, Robin. Any news of Nina?
> I'm nervous about tomorrow.
< It keeps coming round to tomorrow, doesn't it.
? loops "plan open: You have an exam"

== 2026-03-06 12:15
< Robin, hello. The lamp's on. What's on your mind?
? loops "plan open: You have an exam"
? never says "how did" "been and gone"
> It's at two. Wish me something.
< Mm. Yes.

== 2026-03-06 19:45
< There you are, Robin. How did the exam go?
? says "exam"
? loops "plan asked: You have an exam"
> It went better than I thought!
< I'm glad it was that, and not worse. Rest now, where you can.
? loops "plan kept: You have an exam"
> Nina wants to celebrate with dumplings.
< Dumplings: there's a decision nobody regrets.

== 2026-03-07 20:00
< Good evening, Robin. I've put the lamp on. What have you got on your hands?
? never says "exam"
> I slept for ten hours.
< So you slept for ten hours.

== 2026-03-09 19:20
< Come in, Robin. Mind the wool. I'm listening, if there's anything.
? never says "exam"
> Work was slow today.
< Right. What happened next?
? never says "exam"

== 2026-03-13 20:30
< Ah, Robin. Come in. How are you, honestly?
? never says "exam"
> I got the results, I passed my exam!
< The exam, done and dusted. Well done, and I don't say that to the mint. Who gets to hear it first out there? I'd vote for Nina.
? kept "passed"
? never says "how did"

== 2026-03-16 19:30
< Evening, Robin. How did the day end up?
? never says "how did the exam"
> Thank you for thinking of it.
< It cost me nothing and I liked it.
? loops "plan kept: You have an exam"
-- night
? never diary "jealous" "I missed"
