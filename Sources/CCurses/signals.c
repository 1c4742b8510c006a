/* Signals: those that wake the terminal's thread, and those after which only the terminal can be saved. */
#define _GNU_SOURCE

#include "CCurses.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- What a crash handler needs ----------------------------------------------------------------------------------- */

static struct {
    atomic_bool up;
    int output;
    int input;
    struct termios before;
    char bytes[512]; /* modes_off, then the terminal's own strings */
    size_t count;
    size_t modes_off_count;
} restore;

void terminal_prepare_restore(int output, int input, const struct termios *before, const char *modes_off) {
    static const char *const capabilities[] = {"rmkx", "sgr0", "op", "rmcup", "cnorm"};
    restore.output = output;
    restore.input = input;
    restore.before = *before;
    restore.count = strlen(modes_off);
    if (restore.count > sizeof restore.bytes / 2) restore.count = 0;
    memcpy(restore.bytes, modes_off, restore.count);
    restore.modes_off_count = restore.count;
    for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
        restore.count += terminal_capability(
            capabilities[i], restore.bytes + restore.count, sizeof restore.bytes - restore.count);
    }
    atomic_store(&restore.up, true);
}

void terminal_forget_restore(void) {
    atomic_store(&restore.up, false);
    tcsetattr(restore.input, TCSADRAIN, &restore.before);
}

void terminal_set_screen_up(bool up) {
    atomic_store(&restore.up, up);
}

void terminal_write_modes_off(void) {
    curses_write(restore.bytes, restore.modes_off_count);
}

/* Async-signal-safe, and never waits for a terminal that nobody reads. */
void curses_restore_now(void) {
    if (!atomic_exchange(&restore.up, false)) return;
    struct pollfd writable = {.fd = restore.output, .events = POLLOUT};
    if (poll(&writable, 1, 100) == 1 && (writable.revents & POLLOUT)) {
        ssize_t ignored = write(restore.output, restore.bytes, restore.count);
        (void)ignored;
    }
    tcsetattr(restore.input, TCSANOW, &restore.before);
}

/* --- Handlers ------------------------------------------------------------------------------------------------------ */

static const struct { int number; unsigned bit; } waking[] = {
    {SIGWINCH, CURSES_RESIZED}, {SIGTERM, CURSES_TERMINATED}, {SIGINT, CURSES_INTERRUPTED},
    {SIGHUP, CURSES_HUNG_UP},   {SIGTSTP, CURSES_STOPPED},
};
static const int deadly[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGQUIT};

enum { waking_count = sizeof waking / sizeof *waking, deadly_count = sizeof deadly / sizeof *deadly };

static struct sigaction waking_before[waking_count];
static struct sigaction deadly_before[deadly_count];
static atomic_uint pending;
static atomic_int wake_descriptor = -1;
static bool caught;

static void on_waking(int number) {
    int saved = errno;
    for (size_t i = 0; i < waking_count; i++) {
        if (waking[i].number == number) atomic_fetch_or(&pending, waking[i].bit);
    }
    ssize_t ignored = write(atomic_load(&wake_descriptor), "", 1);
    (void)ignored;
    errno = saved;
}

/* Restores the terminal, then lets the system end the process. Swift's own handler is passed over: it would ask on the terminal
   what to do, and wait. SA_RESETHAND has put the default back already. */
static void on_deadly(int number) {
    curses_restore_now();
    raise(number);
}

/* The calling thread can restore the terminal even when it ran out of stack. Never given back. */
static void give_emergency_stack(void) {
    stack_t present;
    stack_t emergency = {.ss_size = 64 * 1024};
    if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
    emergency.ss_sp = malloc(emergency.ss_size);
    if (emergency.ss_sp != NULL) sigaltstack(&emergency, NULL);
}

void curses_catch_signals(int descriptor) {
    if (caught) return;
    caught = true;
    atomic_store(&pending, 0);
    atomic_store(&wake_descriptor, descriptor);
    give_emergency_stack();
    struct sigaction action = {.sa_handler = on_waking, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < waking_count; i++) sigaction(waking[i].number, &action, &waking_before[i]);
    struct sigaction last = {.sa_handler = on_deadly, .sa_flags = (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER)};
    sigemptyset(&last.sa_mask);
    for (size_t i = 0; i < deadly_count; i++) sigaction(deadly[i], &last, &deadly_before[i]);
}

void curses_release_signals(void) {
    if (!caught) return;
    for (size_t i = 0; i < waking_count; i++) sigaction(waking[i].number, &waking_before[i], NULL);
    for (size_t i = 0; i < deadly_count; i++) sigaction(deadly[i], &deadly_before[i], NULL);
    atomic_store(&wake_descriptor, -1);
    caught = false;
}

unsigned curses_take_signals(void) {
    return atomic_exchange(&pending, 0);
}

void curses_stop_process(void) {
    struct sigaction ours;
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigemptyset(&usual.sa_mask);
    sigaction(SIGTSTP, &usual, &ours);
    /* Sent to this thread, the signal has stopped the process before the call returns. */
    raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}

bool curses_pipe(int ends[2]) {
    if (pipe(ends) != 0) return false;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    return true;
}
