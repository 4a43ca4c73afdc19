"""What in the user's words moves the bond: from words to events with their signs. Pure.

Rules perceive (`assets/talk/*/bond.talk`, `aimed.py`, `marks.py`) and weigh (`weighing.py`); a brain only proposes
(`proposals.py`). A heavy event counts when two independent signs agree; else it is held until the user says what they meant.
"""
