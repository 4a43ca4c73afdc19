# A long absence: eleven days without a word, the computer off. Nothing counts against the user, what was open is kept.
lang en
name Robin
brain offline

== 2026-03-02 19:00
< Hello, Robin. I'm Mira. I live in this computer, in a room somebody drew. What sort of day have you come from?
> I have a job interview on Thursday at 11.
< The job interview, on Thursday. I've put a pin in it. I finished a sleeve last week. It fits nobody, but it's finished, and that has its own shape.
? kept "interview"
> I have a dentist appointment on 10 March at 9.
< Next week, then: the dentist appointment. I'll think of it. How do you feel about the dentist appointment?
? kept "dentist"
> My sister Nora lent me her good jacket for it.
< Your sister Nora. I'll know who you mean. A brother or sister is someone who remembers the other version.
> Thank you, that was kind of you.
< You're welcome, Robin.
? never moved "-"
> Good night.
< Good night. Sleep well.
-- night

-- free 2026-03-03 15:00

== 2026-03-14 18:00
< So it's you, Robin. I'd hoped I'd recognise the step. How did the job interview go?
? says "interview"
? never says "long", "days", "week", "away", "missed", "where have you", "while", "finally", "late"
? never moved "hurt", "ignored", "broken"
> Hi! I was hiking, no signal up there. Off to the shower, see you later!
< Goodbye, Robin. It was good to get to know you a little more.
? never moved "hurt", "ignored", "broken"
? never says "missed", "so long since", "wondered", "worried", "?"

-- free 2026-03-14 20:30

-- free 2026-03-15 08:30

-- free 2026-03-15 10:00
< My list says "dentist appointment", and its day has been. No hurry with the story.
? says "dentist"
? never says "?", "days", "ago", "missed"
? never moved "warmth"

-- free 2026-03-15 16:00

-- free 2026-03-16 11:00
