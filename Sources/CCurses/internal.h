/* What the files of this target tell each other. */
#ifndef CCURSES_INTERNAL_H
#define CCURSES_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* Keeps what a crash handler needs: where to write, the modes before, and the bytes that undo everything. */
void terminal_prepare_restore(int output, int input, const struct termios *before, const char *modes_off);
void terminal_forget_restore(void);
void terminal_set_screen_up(bool up);
void terminal_write_modes_off(void);

/* Copies a string capability without its padding; returns its length, 0 when the terminal has none. */
size_t terminal_capability(const char *name, char *buffer, size_t room);

/* Whether the terminal has a capability that is on or off. */
bool terminal_has(const char *flag);

#endif
