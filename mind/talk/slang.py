"""Short ways of writing English, and what they stand for."""

from __future__ import annotations

from typing import Final

CONTRACTED: Final[dict[str, str]] = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not",
    "it's": "it is", "he's": "he is", "she's": "she is", "that's": "that is", "what's": "what is",
    "who's": "who is", "where's": "where is", "how's": "how is", "there's": "there is", "here's": "here is",
    "let's": "let us", "name's": "name is", "when's": "when is", "why's": "why is", "everything's": "everything is",
}

SPOKEN: Final[dict[str, str]] = {
    "im": "i am", "ive": "i have", "id": "i would", "dont": "do not", "doesnt": "does not", "didnt": "did not",
    "cant": "can not", "wont": "will not", "isnt": "is not", "wasnt": "was not", "arent": "are not",
    "havent": "have not", "hasnt": "has not", "couldnt": "could not", "wouldnt": "would not",
    "shouldnt": "should not", "youre": "you are", "theyre": "they are", "thats": "that is", "whats": "what is",
    "hows": "how is", "wheres": "where is", "theres": "there is", "lets": "let us", "gonna": "going to",
    "wanna": "want to", "gotta": "have got to", "u": "you", "ur": "your", "r": "are", "y": "why", "cuz": "because",
    "cos": "because", "coz": "because", "bc": "because", "ppl": "people", "thx": "thanks", "ty": "thanks",
    "pls": "please", "plz": "please", "tmr": "tomorrow", "tmrw": "tomorrow", "tonite": "tonight", "ok": "okay",
    "k": "okay", "idk": "i do not know", "dunno": "i do not know", "wbu": "what about you", "hbu": "how about you",
    "omg": "oh my god", "btw": "by the way", "mum": "mum", "mom": "mom", "kinda": "kind of", "sorta": "sort of",
    "ya": "you", "yep": "yes", "yup": "yes", "yeah": "yes", "yea": "yes", "yeh": "yes", "nope": "no", "nah": "no",
    "favorite": "favourite", "color": "colour", "mommy": "mum", "gf": "girlfriend", "bf": "boyfriend",
    "bday": "birthday", "fav": "favourite", "fave": "favourite", "hiya": "hi", "heya": "hey",
}
