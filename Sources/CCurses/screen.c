/* The screen: taking and giving back the terminal, and painting rows of cells. */
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include "CCurses.h"
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *input_file;
static FILE *output_file;
static char *modes_on;
static int cursor_row = -1;
static int cursor_column;

bool curses_set_locale(const char *name) {
    if (setlocale(LC_CTYPE, name ? name : "") == NULL) return false;
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static FILE *open_copy(int descriptor, const char *mode) {
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    FILE *file = copy < 0 ? NULL : fdopen(copy, mode);
    if (file == NULL && copy >= 0) close(copy);
    return file;
}

static void close_files(void) {
    if (screen) delscreen(screen);
    screen = NULL;
    if (input_file) fclose(input_file);
    if (output_file) fclose(output_file);
    input_file = output_file = NULL;
    free(modes_on);
    modes_on = NULL;
}

/* The rest of raw mode that cbreak leaves out: flow control and the keys of the line discipline (Ctrl-V, Ctrl-O). */
static void take_all_keys(void) {
    struct termios modes;
    if (tcgetattr(fileno(input_file), &modes) != 0) return;
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL);
    modes.c_lflag &= ~(tcflag_t)IEXTEN;
    tcsetattr(fileno(input_file), TCSADRAIN, &modes);
    def_prog_mode();
}

enum curses_status curses_open(const char *term, int input, int output, const char *modes, const char *modes_off) {
    struct termios before;
    if (!isatty(input) || !isatty(output) || tcgetattr(input, &before) != 0) return CURSES_NOT_A_TERMINAL;
    enum curses_status status = curses_check(term, output);
    if (status != CURSES_OK) return status;
    input_file = open_copy(input, "r");
    output_file = open_copy(output, "w");
    if (input_file == NULL || output_file == NULL) {
        close_files();
        return CURSES_FAILED;
    }
    use_env(TRUE);
    use_tioctl(TRUE);
    screen = newterm(term, output_file, input_file);
    modes_on = strdup(modes);
    if (screen == NULL || modes_on == NULL) {
        close_files();
        return CURSES_FAILED;
    }
    terminal_prepare_restore(fileno(output_file), fileno(input_file), &before, modes_off);
    cbreak();
    noecho();
    nonl();
    take_all_keys();
    scrollok(stdscr, FALSE);
    leaveok(stdscr, FALSE);
    /* Painting must not look for input that somebody else reads. */
    typeahead(-1);
    if (has_colors()) {
        start_color();
        if (use_default_colors() != OK) assume_default_colors(-1, -1);
    }
    cursor_row = -1;
    curs_set(0);
    curses_write(modes_on, strlen(modes_on));
    curses_update_size();
    return CURSES_OK;
}

void curses_close(void) {
    if (screen == NULL) return;
    curses_leave();
    terminal_forget_restore();
    close_files();
}

void curses_leave(void) {
    terminal_write_modes_off();
    curs_set(1);
    endwin();
    terminal_set_screen_up(false);
}

void curses_enter(void) {
    reset_prog_mode();
    terminal_set_screen_up(true);
    curses_update_size();
    clearok(curscr, TRUE);
    refresh();
    curs_set(cursor_row < 0 ? 0 : 1);
    curses_write(modes_on, strlen(modes_on));
}

struct curses_terminal curses_describe(void) {
    struct curses_terminal terminal = {
        .columns = getmaxx(stdscr),
        .rows = getmaxy(stdscr),
        .colors = has_colors() ? COLORS : 0,
        .pairs = has_colors() ? COLOR_PAIRS : 0,
        .direct_color = has_colors() && terminal_has("RGB"),
    };
    return terminal;
}

bool curses_update_size(void) {
    struct winsize size;
    if (ioctl(fileno(output_file), TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
    if (is_term_resized(size.ws_row, size.ws_col)) resizeterm(size.ws_row, size.ws_col);
    return true;
}

bool curses_define_pair(int pair, int foreground, int background) {
#ifdef NCURSES_EXT_COLORS
    return init_extended_pair(pair, foreground, background) == OK;
#else
    return init_pair((short)pair, (short)foreground, (short)background) == OK;
#endif
}

void curses_forget_pairs(void) {
#ifdef NCURSES_EXT_COLORS
    reset_color_pairs();
#endif
}

static attr_t attributes_of(const struct curses_cell *cell) {
    attr_t attributes = WA_NORMAL;
    if (cell->attributes & CURSES_BOLD) attributes |= WA_BOLD;
    if (cell->attributes & CURSES_DIM) attributes |= WA_DIM;
#ifdef WA_ITALIC
    if (cell->attributes & CURSES_ITALIC) attributes |= WA_ITALIC;
#endif
    if (cell->attributes & CURSES_UNDERLINE) attributes |= WA_UNDERLINE;
    if (cell->attributes & CURSES_REVERSE) attributes |= WA_REVERSE;
    return attributes;
}

static void set_cell(cchar_t *target, const wchar_t *text, attr_t attributes, int pair) {
#ifdef NCURSES_EXT_COLORS
    setcchar(target, text, attributes, 0, &pair);
#else
    setcchar(target, text, attributes, (short)pair, NULL);
#endif
}

void curses_put_row(int row, const struct curses_cell *cells, size_t count) {
    enum { longest = 1024 };
    static cchar_t line[longest + 1];
    int columns = getmaxx(stdscr);
    if (row < 0 || row >= getmaxy(stdscr)) return;
    size_t used = 0;
    int column = 0;
    for (size_t i = 0; i < count && used < longest && column + cells[i].width <= columns; i++) {
        const struct curses_cell *cell = &cells[i];
        attr_t attributes = attributes_of(cell);
        wchar_t text[6] = {0};
        for (size_t k = 0; k < 5 && cell->scalars[k] != 0; k++) text[k] = (wchar_t)cell->scalars[k];
        bool agreed = text[0] < 0x7F ? text[0] >= 0x20 && cell->width == 1 : wcwidth(text[0]) == cell->width;
        for (size_t k = 1; agreed && k < 5 && text[k] != 0; k++) agreed = wcwidth(text[k]) == 0;
        if (agreed) {
            set_cell(&line[used++], text, attributes, cell->pair);
        } else {
            set_cell(&line[used++], L"?", attributes, cell->pair);
            if (cell->width == 2) set_cell(&line[used++], L" ", attributes, cell->pair);
        }
        column += cell->width;
    }
    mvadd_wchnstr(row, 0, line, (int)used);
}

void curses_clear_row(int row, int column) {
    if (row < 0 || row >= getmaxy(stdscr) || column < 0 || column >= getmaxx(stdscr)) return;
    move(row, column);
    clrtoeol();
}

void curses_set_cursor(int row, int column) {
    if ((row < 0) != (cursor_row < 0)) curs_set(row < 0 ? 0 : 1);
    cursor_row = row;
    cursor_column = column;
}

void curses_invalidate(void) {
    clearok(curscr, TRUE);
}

void curses_refresh(bool synchronized) {
    static const char begin[] = "\033[?2026h";
    static const char end[] = "\033[?2026l";
    move(cursor_row < 0 ? 0 : cursor_row, cursor_row < 0 ? 0 : cursor_column);
    /* ncurses writes its buffer out in doupdate, so that these bytes keep their place. */
    if (synchronized) curses_write(begin, sizeof begin - 1);
    wnoutrefresh(stdscr);
    doupdate();
    if (synchronized) curses_write(end, sizeof end - 1);
}

bool curses_write(const char *bytes, size_t count) {
    fflush(output_file);
    while (count > 0) {
        ssize_t written = write(fileno(output_file), bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        count -= (size_t)written;
    }
    return true;
}
