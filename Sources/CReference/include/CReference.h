#ifndef CREFERENCE_H
#define CREFERENCE_H

/// Inserts `spans` made-up spans with some 2 kB of text each into a fresh SQLite file (WAL, synchronous=NORMAL), `batch` a transaction,
/// into one table of 30 columns with four indexes (trace; start; model and start; prompt, version and start): the plain C loop that the
/// ingest figures are compared with. `text` is what contents are cut from. Returns rows per second of wall time, or a negative number on failure.
double reference_insert(const char *path, long spans, long batch, const char *text, long text_length);

/// Goes through all rows that `sql` gives in the SQLite file `path`, reading every column. Stores their number in `rows`; returns the seconds
/// that it took, or a negative number on failure.
double reference_query(const char *path, const char *sql, long *rows);

/// Restores all contents of the segment `path` (zstd) one after the other and looks for `text` in them with memmem, or only restores them when it
/// is NULL. Adds the number of restored bytes to `bytes`; returns the seconds that it took, or a negative number on failure.
double reference_search(const char *path, const char *text, long *bytes);

/// Runs `program` with `arguments` (ended by NULL) on a pseudo-terminal of its own, as `TERM=xterm-256color` in UTF-8; Swift cannot fork. Stores the
/// terminal's other side in `master` and returns the process id, or -1.
int reference_run_on_terminal(const char *program, char *const arguments[], int rows, int columns, int *master);

#endif
