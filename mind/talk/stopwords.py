"""English function words, for finding where a noun phrase ends."""

from __future__ import annotations

from typing import Final

from mind.talk.word_set import word_set

DETERMINERS: Final = word_set("""
my the a an this these those our some another his her their that
""")

_FUNCTION = """i you he she it we they me him her us them is are was were be been being am do does did have has had will would
can could should may might must shall not no and or but so if than then when while because as at by for from in into of off
on onto out over to under up with without about after before during since until through against between again very really
just too also only still even ever never always often already yet here there now who what which that whose where why how
all any both each few more most other such own same today tomorrow yesterday tonight there 's this these those the a an my
your his its our their like lot bit kind sort is"""

_VERBS = word_set("""
went go goes going gone got get gets getting came come comes coming made make makes making said say says took
take takes took taking gave give gives saw see sees seen told tell tells asked ask asks felt feel feels kept
keep keeps left leave leaves let lets put puts ran run runs broke breaks broken fell fall falls died dies
called calls call named needs need needed wants want wanted seems seem looks look looked works worked plays
played starts started start stopped stop stops turned turns happened happens hurts hurt keeps sent sends
bought brought cooked cried slept woke won lost ate eats drove lives lived moved talked yelled shouted sighed
laughed smiled forgot remembered finished failed passed closed opened arrived cancelled rang snores barks
sleeps sits sat stood stands visited married
hate hates love loves like likes know knows think thinks want wants drive drives smell smells cost costs sound sounds seems help
helps give send bring find finds feel live make take keep say tell ask leave start stop drink eat sleep read play
once twice ago later soon yet alone raised asked
""")

BREAKS_PHRASE: Final = frozenset(_FUNCTION.split()) | _VERBS

NEVER_FOCUS: Final = word_set("""
thing things stuff way lot bit one ones time times day days week month year moment something anything nothing
everything minute second whole first last next kind sort point fact idea reason name people person guy same
other else best worst most mood few couple hour hours question answer okay well fine good great bad tired sad
happy morning evening afternoon night tonight weekend while little new old big small break end middle rest own
chat talk hi hello only such god hell problem half row head mind side
""")
