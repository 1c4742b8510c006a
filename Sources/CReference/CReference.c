// The upper limit that a daemon is compared with: no network, no decoding, static binds, contents from memory.
#define _GNU_SOURCE
#include "CReference.h"

#include <pty.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zstd.h>

enum { INPUT_LENGTH = 1400, OUTPUT_LENGTH = 600 };

static uint64_t state = 88172645463325252ull;

static uint64_t next_random(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static const char *schema =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
    "CREATE TABLE span(id INTEGER PRIMARY KEY, trace_id BLOB, span_id BLOB, parent BLOB, start INTEGER, end INTEGER, name TEXT,"
    " kind INTEGER, status INTEGER, service TEXT, environment TEXT, operation TEXT, provider TEXT, request_model TEXT,"
    " response_model TEXT, temperature REAL, max_tokens INTEGER, input_tokens INTEGER, output_tokens INTEGER, cost REAL, finish TEXT,"
    " response_id TEXT, conversation TEXT, user TEXT, prompt TEXT, version TEXT, host TEXT, port INTEGER, input TEXT, output TEXT);"
    "CREATE INDEX by_trace ON span(trace_id); CREATE INDEX by_start ON span(start);"
    "CREATE INDEX by_model ON span(request_model, start); CREATE INDEX by_prompt ON span(prompt, version, start);";

double reference_insert(const char *path, long spans, long batch, const char *text, long text_length) {
    static const char *models[] = {"gpt-4o", "gpt-4o-mini", "claude-sonnet-4-5"};
    static const char *names[] = {"chat gpt-4o", "chat gpt-4o-mini", "chat claude-sonnet-4-5"};
    if (spans < 1 || batch < 1 || text_length <= INPUT_LENGTH) return -1;
    sqlite3 *db = 0;
    sqlite3_stmt *insert = 0;
    const char *sql = "INSERT INTO span VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    if (sqlite3_open(path, &db) != SQLITE_OK || sqlite3_exec(db, schema, 0, 0, 0) != SQLITE_OK ||
        sqlite3_prepare_v2(db, sql, -1, &insert, 0) != SQLITE_OK) {
        sqlite3_close(db);
        return -1;
    }
    double begun = seconds();
    int64_t base = 1700000000000000000ll;
    int status = SQLITE_DONE;
    for (long row = 0; row < spans && status == SQLITE_DONE; row++) {
        if (row % batch == 0) sqlite3_exec(db, "BEGIN IMMEDIATE", 0, 0, 0);
        uint64_t trace[2] = {next_random(), next_random()}, span = next_random();
        int64_t start = base + row * 1000000ll - (int64_t)(next_random() % 1000000000ull);
        uint64_t kind = next_random();
        const char *version = kind & 1 ? "6" : "7", *model = models[kind % 3];
        char response[48], conversation[24], user[16];
        snprintf(response, sizeof response, "chatcmpl-%016llx%016llx", (unsigned long long)trace[0], (unsigned long long)span);
        snprintf(conversation, sizeof conversation, "conv-%012llx", (unsigned long long)(trace[1] & 0xffffffffffffull));
        snprintf(user, sizeof user, "u%d", (int)(kind % 100000));
        const char *input = text + next_random() % (uint64_t)(text_length - INPUT_LENGTH);
        const char *output = text + next_random() % (uint64_t)(text_length - INPUT_LENGTH);
        int at = 1;
        sqlite3_bind_int64(insert, at++, row + 1);
        sqlite3_bind_blob(insert, at++, trace, 16, SQLITE_STATIC);
        sqlite3_bind_blob(insert, at++, &span, 8, SQLITE_STATIC);
        sqlite3_bind_null(insert, at++);
        sqlite3_bind_int64(insert, at++, start);
        sqlite3_bind_int64(insert, at++, start + (int64_t)(next_random() % 3000000000ull));
        sqlite3_bind_text(insert, at++, names[kind % 3], -1, SQLITE_STATIC);
        sqlite3_bind_int(insert, at++, 3);
        sqlite3_bind_int(insert, at++, kind % 100 == 0 ? 2 : 0);
        sqlite3_bind_text(insert, at++, "support-bot", -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, "prod", -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, "chat", -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, "openai", -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, model, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, model, -1, SQLITE_STATIC);
        sqlite3_bind_double(insert, at++, 0.2);
        sqlite3_bind_int(insert, at++, 512);
        sqlite3_bind_int(insert, at++, (int)(50 + kind % 2950));
        sqlite3_bind_int(insert, at++, (int)(10 + kind % 790));
        sqlite3_bind_double(insert, at++, 0.0041);
        sqlite3_bind_text(insert, at++, "stop", -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, response, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, conversation, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, user, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, "support-answer", -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, version, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, "api.example.com", -1, SQLITE_STATIC);
        sqlite3_bind_int(insert, at++, 443);
        sqlite3_bind_text(insert, at++, input, INPUT_LENGTH, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, output, OUTPUT_LENGTH, SQLITE_STATIC);
        status = sqlite3_step(insert);
        sqlite3_reset(insert);
        if (row % batch == batch - 1 || row == spans - 1) sqlite3_exec(db, "COMMIT", 0, 0, 0);
    }
    double taken = seconds() - begun;
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return status == SQLITE_DONE ? (double)spans / taken : -1;
}

int reference_run_on_terminal(const char *program, char *const arguments[], int rows, int columns, int *master) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    int pid = forkpty(master, 0, 0, &size);
    if (pid != 0) return pid;
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("COLORTERM");
    unsetenv("TMUX");
    execv(program, arguments);
    _exit(127);
}

double reference_query(const char *path, const char *sql, long *rows) {
    sqlite3 *db = 0;
    sqlite3_stmt *query = 0;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, 0) != SQLITE_OK || sqlite3_prepare_v2(db, sql, -1, &query, 0) != SQLITE_OK) {
        sqlite3_close(db);
        return -1;
    }
    double begun = seconds();
    int status;
    *rows = 0;
    while ((status = sqlite3_step(query)) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(query); column++) (void)sqlite3_column_int64(query, column);
        *rows += 1;
    }
    double took = seconds() - begun;
    sqlite3_finalize(query);
    sqlite3_close(db);
    return status == SQLITE_DONE ? took : -1;
}

double reference_search(const char *path, const char *text, long *bytes) {
    sqlite3 *db = 0;
    sqlite3_stmt *query = 0;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, 0) != SQLITE_OK ||
        sqlite3_prepare_v2(db, "SELECT length, bytes FROM content", -1, &query, 0) != SQLITE_OK) {
        sqlite3_close(db);
        return -1;
    }
    double begun = seconds();
    void *memory = 0;
    size_t capacity = 0;
    volatile long found = 0;
    int status;
    while ((status = sqlite3_step(query)) == SQLITE_ROW) {
        size_t length = (size_t)sqlite3_column_int64(query, 0);
        if (length > capacity) {
            free(memory);
            memory = malloc(capacity = length);
        }
        if (!memory || ZSTD_isError(ZSTD_decompress(memory, length, sqlite3_column_blob(query, 1), (size_t)sqlite3_column_bytes(query, 1)))) break;
        if (text && memmem(memory, length, text, strlen(text))) found += 1;
        *bytes += (long)length;
    }
    double took = seconds() - begun;
    free(memory);
    sqlite3_finalize(query);
    sqlite3_close(db);
    return status == SQLITE_DONE ? took : -1;
}
