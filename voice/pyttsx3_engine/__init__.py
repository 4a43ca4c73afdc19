"""The voices of the system through pyttsx3, in a child process that may be killed."""
