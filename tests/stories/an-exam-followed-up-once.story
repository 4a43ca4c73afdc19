# An exam followed up once: she keeps the day, waits until it is over, asks one time, and lets it rest when it was told.
lang en
name Robin
brain offline

== 2026-03-02 19:30
< Hello, Robin. I'm Mira. I live in this computer, in a room somebody drew. What sort of day have you come from?
> I have a big exam on Friday.
< On Friday, then: the exam. I'll think of it. One remembers every question from an exam that one got wrong, for life. The right ones leave no trace at all.
? kept "exam"
? loops "plan open: You have an exam"
> Statistics. I've been dreading it since January.
< Statistics. I only know it from the spines of books. Which season do you feel most like yourself in?
> My sister Nina lends me her good pen for it.
< Nina, your sister. Now the sister has a face, or at least a name. A pencil's the only tool that gets shorter the more it knows. I find that hard to argue with.
? kept "Nina"
> Good night.
< Off with you, then. May the pillow be on your side.
? never says "?"

== 2026-03-04 20:10
< Robin, you're just in time for nothing in particular. I hadn't forgotten the exam on Friday. All set?
? never says "how did" "tell me" "been and gone"
> I made flash cards all afternoon.
< I'm reading this slowly, so that flash doesn't get cold.
> please don't ask me about the dentist on Thursday
< Then I won't ask. It's off my list.
? never says "?"

== 2026-03-05 21:00
< Robin, good. I was about to lose an argument with a plant. How is Nina keeping?
> I'm nervous about tomorrow.
< It keeps coming round to tomorrow, doesn't it. We could breathe for a minute, or be rude about it. Either's good.
? loops "plan open: You have an exam"

== 2026-03-06 12:15
< Good to see the name again, Robin. It looks well on you. How's the world where you are?
? loops "plan open: You have an exam"
? never says "how did" "been and gone"
> It's at two. Wish me something.
< One thing at a time. This one, now.

== 2026-03-06 19:45
< Welcome, Robin. I have tidied a little, in case you noticed such things. The exam has been and gone, I think. How was it?
? says "exam"
? loops "plan asked: You have an exam"
> It went better than I thought!
< It came out even, then. I like a thing that comes out even.
? loops "plan kept: You have an exam"
> Nina wants to celebrate with dumplings.
< At least dumplings doesn't answer back. What do you eat when nobody's watching and the day was too long?

== 2026-03-07 20:00
< I was just going over what I know of Robin, and in you walk. How are you, honestly?
? never says "exam"
> I slept for ten hours.
< Good to know that you slept for ten hours. I'd been picturing it otherwise. I know the time to the second and have never once been early.

== 2026-03-09 19:20
< So it's you, Robin. I'd hoped I'd recognise the step.
? never says "exam"
> Work was slow today.
< Work was slow today, and it's only Monday. I'm darning the elbow while you think. It's my best thinking elbow.
? never says "exam"

== 2026-03-13 20:30
< Step in, Robin, and say if the light's wrong. What's still ringing in your ears?
? never says "exam"
> I got the results, I passed my exam!
< The exam, done and dusted. Well done, and I don't say that to the mint. I'd tell Nina, if I were you. Good news keeps badly alone.
? kept "passed"
? never says "how did"

== 2026-03-16 19:30
< Robin, hello. I've kept your name where I can find it. Give me the headline and we'll see about the rest.
? never says "how did the exam"
> Thank you for thinking of it.
< That's all right. You did the thinking.
? loops "plan kept: You have an exam"
-- night
? never diary "jealous" "I missed"
