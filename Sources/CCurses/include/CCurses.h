/*
 * Plain functions over ncurses and the signals of a terminal program.
 *
 * ncurses.h is not included here: its macros with casts do not come through to Swift, its globals are refused as shared
 * mutable state, and its short names (clear, move, refresh, OK) would fill every file that imports this one.
 *
 * All functions but those that say so belong to one thread.
 */
#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a terminal is called, and what it can do. */
struct curses_terminal {
    int columns;
    int rows;
    int colors;         /* 0 on a monochrome terminal */
    int pairs;          /* pairs that may be defined, number 0 included */
    bool direct_color;  /* color numbers are 24 bits of RGB */
};

/* Bits of curses_cell.attributes. */
enum {
    CURSES_BOLD = 1,
    CURSES_DIM = 2,
    CURSES_ITALIC = 4,
    CURSES_UNDERLINE = 8,
    CURSES_REVERSE = 16,
};

/* One cell; of a wide one only the first half is handed over. */
struct curses_cell {
    uint32_t scalars[5]; /* the base and up to four combining marks, zero at the end */
    int32_t pair;
    uint8_t attributes;
    uint8_t width;       /* 1 or 2 */
};

enum curses_status {
    CURSES_OK,
    CURSES_NOT_A_TERMINAL,
    CURSES_UNKNOWN_TERMINAL,
    CURSES_CANNOT_POSITION, /* the terminal has no cursor addressing */
    CURSES_FAILED,
};

/* --- Before the screen is up ------------------------------------------------------------------------------------ */

/* Sets LC_CTYPE from the environment, or to name when it is not null. Returns whether characters are UTF-8 now. */
bool curses_set_locale(const char *name);

/* Whether the terminal is known by this name and can show a screen. Writes nothing. */
enum curses_status curses_check(const char *term, int descriptor);

/* --- The screen -------------------------------------------------------------------------------------------------- */

/* Takes the terminal: alternate screen, no echo, signal keys on, everything else as it is typed. modes is written after
   that, modes_off before the terminal is given back, also after a crash. Both are copied. */
enum curses_status curses_open(const char *term, int input, int output, const char *modes, const char *modes_off);

/* Gives the terminal back for good. */
void curses_close(void);

/* Gives the terminal back for a while, and takes it again; the next refresh paints everything. */
void curses_leave(void);
void curses_enter(void);

struct curses_terminal curses_describe(void);

/* Asks the terminal for its size and takes it over; false when it cannot be asked. */
bool curses_update_size(void);

/* Defines a color pair, -1 being the terminal's own color. False when the terminal refuses. */
bool curses_define_pair(int pair, int foreground, int background);

/* Forgets all pairs. */
void curses_forget_pairs(void);

/* Puts cells into a row from column 0 on. A cell whose width the C library sees otherwise becomes a question mark, so that
   the row stays aligned. */
void curses_put_row(int row, const struct curses_cell *cells, size_t count);

/* Blanks a row from a column on. */
void curses_clear_row(int row, int column);

/* Shows the cursor in a cell, or hides it when row is negative. */
void curses_set_cursor(int row, int column);

/* Makes the next refresh paint every cell. */
void curses_invalidate(void);

/* Writes what has changed to the terminal; synchronized brackets it so that no half frame is seen (mode 2026). */
void curses_refresh(bool synchronized);

/* Writes bytes to the terminal at once, in order with what was painted. False when not all could be written. */
bool curses_write(const char *bytes, size_t count);

/* --- Signals ----------------------------------------------------------------------------------------------------- */

/* Bits of curses_take_signals. */
enum {
    CURSES_RESIZED = 1,
    CURSES_TERMINATED = 2,
    CURSES_INTERRUPTED = 4,
    CURSES_HUNG_UP = 8,
    CURSES_STOPPED = 16,
};

/* Catches SIGWINCH, SIGTERM, SIGINT, SIGHUP and SIGTSTP, which then write a byte to the descriptor; and ILL, TRAP, SEGV, ABRT,
   BUS, FPE and QUIT, which restore the terminal and then end the process as they do without a handler. */
void curses_catch_signals(int wake_descriptor);

/* Puts the earlier handlers back. */
void curses_release_signals(void);

/* Which signals have come since the last call. */
unsigned curses_take_signals(void);

/* Stops the process as Ctrl-Z does, until it is continued. */
void curses_stop_process(void);

/* Restores the terminal without ncurses, from any thread, if the screen is up. Waits for nobody. */
void curses_restore_now(void);

/* --- Descriptors ------------------------------------------------------------------------------------------------- */

/* A pipe whose ends do not block and are closed on exec. */
bool curses_pipe(int ends[2]);

#endif
