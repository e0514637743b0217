"""How sure a statement is, by the reason there is to doubt it; the preview shows the least sure first."""

LABELLED = 0.95  # a label, a title or a fixed turn of phrase says it
TABLED = 0.9  # a column of a table says it
PERIODIC = 0.9  # a report with its day
COMPLETED = 0.85  # a month or a quarter stands for a day
INFERRED = 0.8  # the form of the sentence lets it be concluded
UNDATED = 0.75  # a report without a day
UNASSIGNED = 0.7  # a task that names nobody
DOUBTFUL = 0.6  # only the order of the words speaks for it
GUESSED = 0.55  # a turn of phrase that may mean something else
RECOGNISED = 0.8  # factor for words that were read by optical recognition
