"""Why she knows something: the parts that the sheet beside the memories and the card in the talk share."""
