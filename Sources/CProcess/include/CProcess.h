// Starting other programs, for the room Collector.
//
// These calls are GNU extensions, which Swift's module of the C library leaves out: closing what the program must not see, and files
// without a name. All of them are in glibc since 2.34.
#ifndef CPROCESS_H
#define CPROCESS_H

#include <stddef.h>
#include <sys/types.h>

/// Starts the program at `path` with `input` as its standard input and `output` as its standard output and error, and with nothing else
/// open, in the directory `/`, in a process group of its own, meeting signals as a program does that a shell starts.
///
/// Returns 0 and sets `id`, or an error number.
int cprocess_start(const char *path, char *const arguments[], char *const environment[], int input, int output, pid_t *id);

/// A file without a name that holds `bytes` and is read from its beginning; -1 with `errno` when there is none.
int cprocess_file(const void *bytes, size_t count);

/// A pipe that other programs do not inherit and that is read without waiting: [0] to read, [1] to write. 0, or -1 with `errno`.
int cprocess_pipe(int ends[2]);

#endif
