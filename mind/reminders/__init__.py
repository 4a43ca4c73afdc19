"""What the user asked her to keep until a day: reminders, timers, worries, letters, plans of a day, good things."""
