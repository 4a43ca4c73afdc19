"""Simulated users of the English brain: each a temper and a stock of things to say. Invented, every one."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

Turn = Callable[[str], str]

LIFE = """I went to the market this morning
my sister Nora called me about her new flat
the bus was late again
I made lasagne for dinner
I've been reading a book about lighthouses
my boss keeps moving the deadline
I love the smell of rain
we went for a walk by the canal
I have a cat called Miso
my knee hurts a bit
I finally finished the report
I'm going to paint the kitchen this weekend
I don't like loud parties
my brother Tom lives in Leeds
I play the cello, badly
the neighbours were shouting half the night
I have a dentist appointment on Friday
I bought a new bike
I'm learning Japanese
my grandmother used to bake on Sundays
I'm a nurse
it's raining again
I dreamt about a house with no stairs
I want to learn to swim properly
my laptop died this afternoon
a colleague brought cake
I slept badly
I was thinking about moving to the coast
my best friend Ola is getting married
I forgot my umbrella on the train
I had soup for lunch
the meeting was three hours long
my flatmate burnt the pancakes
I saw a fox in the garden
I listen to a lot of jazz
every morning I walk to the river
I'm seeing Ola tomorrow evening
the printer at work hates me
I can't decide what to do about the summer
I grew up in a village
I called my mum and she told me about the garden
there was a power cut at the library
I've got a cold
I watched a film about bees
I got promoted
my dad is coming to visit next week""".splitlines()

SHORT = ["ok", "yeah", "no", "hm", "maybe", "sure", "not really", "fine", "tired", "nothing much", "cool", "idk", "tea",
         "lol", "work", "same", "yes", "nice", "rain", "oh"]
BACK = ["what about you?", "and you?", "why do you ask?", "how was your day?", "what do you think about winter?",
        "do you like jazz?", "are you human?", "what are you knitting?", "can you see me?", "do you get lonely?",
        "tell me about yourself", "what do you remember about me?", "tell me a joke", "do you like me?",
        "what's the capital of France?", "why is the sky blue?", "how old are you?", "what do you do when I'm gone?"]
SAD = """I feel awful today
everything is too much
I can't sleep
my dog died last week
I miss him so much
nobody called me on my birthday
I don't know what to do
I keep worrying about money
my boss yelled at me in front of everyone
I should have called my dad
I'm so tired of all this
I feel a bit better now
thanks for listening
it's just hard
I cried at work
I'm scared of the results
we broke up in January
I feel like a failure
I'm not okay
it went badly""".splitlines()
PLAY = ["let's play a game", "riddle", "a keyboard", "hint", "I give up", "another one", "no", "think of a number", "50", "25",
        "75", "12", "88", "60", "word chain", "tiger", "rain", "stop", "would you rather", "the first one", "both", "no",
        "tell me a bedtime story", "the wood", "go on", "alone", "go on", "twenty questions", "ready", "yes", "no", "no", "yes",
        "don't know", "yes", "no"]


def talker(rng: random.Random) -> Iterator[Turn]:
    """Tells of their life, a sentence or two at a time; answers questions with it."""
    stock: list[str] = []
    while True:
        if not stock:
            stock = rng.sample(LIFE, len(LIFE))
        line = stock.pop()
        if rng.random() < 0.3 and stock:
            line += ". " + stock.pop()
        yield lambda _her, line=line: line


def terse(rng: random.Random) -> Iterator[Turn]:
    """A word or two."""
    while True:
        yield lambda _her: rng.choice(SHORT) if rng.random() < 0.85 else rng.choice(LIFE)


def asker(rng: random.Random) -> Iterator[Turn]:
    """Asks back and about her, tells a little."""
    while True:
        yield lambda _her: rng.choice(BACK) if rng.random() < 0.6 else rng.choice(LIFE)


def sad(rng: random.Random) -> Iterator[Turn]:
    """A bad evening."""
    while True:
        yield lambda _her: rng.choice(SAD) if rng.random() < 0.8 else rng.choice(SHORT)


def jumper(rng: random.Random) -> Iterator[Turn]:
    """From one thing to another, also to nonsense."""
    odd = ["purple monkeys", "the thing with the boxes again", "?!", "so anyway the tram", "1234", "hahaha",
           "wear something warm",
           "let's talk about something else", "what time is it", "forget that", "you're not listening", "asdf"]
    while True:
        yield lambda _her: rng.choice([*odd, *LIFE, *SHORT, *BACK])


def player(rng: random.Random) -> Iterator[Turn]:
    """Plays every game in turn."""
    while True:
        for line in PLAY:
            yield lambda _her, line=line: line


PEOPLE: dict[str, Callable[[random.Random], Iterator[Turn]]] = {
    "talker": talker, "terse": terse, "asker": asker, "sad": sad, "jumper": jumper, "player": player,
}
