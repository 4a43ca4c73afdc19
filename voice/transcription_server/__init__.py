"""What is said, written down by any server that answers ``POST /v1/audio/transcriptions`` as OpenAI's does."""
