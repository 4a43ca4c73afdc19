"""The creator: a person of the user's own, made beside the stage that shows them."""
