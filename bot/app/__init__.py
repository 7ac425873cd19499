"""The program around the bot: command line, settings, wiring, monitoring, evaluation."""
