"""When the user has said what they wanted to say."""
