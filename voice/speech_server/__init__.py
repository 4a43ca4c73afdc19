"""Speech by any server that answers ``POST /v1/audio/speech`` as OpenAI's does."""
