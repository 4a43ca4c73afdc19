"""Why she said that: everything kept beside a reply, told to the user."""
