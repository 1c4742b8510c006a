/* The terminal's description. Apart, because term.h makes macros of words such as lines and columns. */
#define _GNU_SOURCE

#include "CCurses.h"
#include "internal.h"

#include <curses.h>
#include <string.h>
#include <term.h>

enum curses_status curses_check(const char *term, int descriptor) {
    int status = 0;
    TERMINAL *previous = cur_term;
    if (setupterm(term, descriptor, &status) != OK) return CURSES_UNKNOWN_TERMINAL;
    bool can_position = cursor_address != NULL && clear_screen != NULL && !generic_type && !hard_copy;
    TERMINAL *mine = set_curterm(previous);
    del_curterm(mine);
    return can_position ? CURSES_OK : CURSES_CANNOT_POSITION;
}

bool terminal_has(const char *flag) {
    return tigetflag(flag) > 0;
}

size_t terminal_capability(const char *name, char *buffer, size_t room) {
    const char *value = tigetstr(name);
    if (value == NULL || value == (const char *)-1) return 0;
    size_t used = 0;
    while (*value && used < room) {
        if (value[0] == '$' && value[1] == '<') { /* padding */
            const char *close = strchr(value, '>');
            if (close) {
                value = close + 1;
                continue;
            }
        }
        buffer[used++] = *value++;
    }
    return used;
}
