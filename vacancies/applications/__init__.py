"""From a yes to an answer: a professional shows interest, the school sees who it is and answers.

Nobody is left without an answer: what is still open when a vacancy ends is closed with a word.
"""
