// Plain functions over libcurl for the room Outbound.
//
// This header does not include <curl/curl.h>: libcurl's macros (among them one that replaces `curl_easy_setopt` by a type check)
// and its several hundred constants stay out of Swift. What Swift needs is named here, and CCurl.c proves by static assertion that
// the numbers are libcurl's own.
#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/// The result codes of libcurl that Outbound tells apart.
enum ccurl_code {
    CCURL_OK = 0,
    CCURL_MALFORMED_URL = 3,
    CCURL_HOST_NOT_FOUND = 6,
    CCURL_CANNOT_CONNECT = 7,
    CCURL_WRITE_REFUSED = 23,
    CCURL_TIMED_OUT = 28,
    CCURL_TLS_HANDSHAKE = 35,
    CCURL_CERTIFICATE = 60,
    CCURL_FILE_SIZE_EXCEEDED = 63,
};

/// Takes a piece of the answer; false ends the transfer with CCURL_WRITE_REFUSED.
typedef bool (*ccurl_take_bytes)(void *context, const uint8_t *bytes, size_t count);

/// Says whether a connection to this address may be opened; false ends the attempt with CCURL_CANNOT_CONNECT.
typedef bool (*ccurl_allow_address)(void *context, const struct sockaddr *address, socklen_t length);

/// All that a transfer is set to. `url`, `unix_socket`, `protocols`, `method` and `body` are read while `ccurl_easy_configure` runs; the structure
/// itself, `headers`, `error` and `context` must stay in place as long as the transfer.
struct ccurl_settings {
    const char *url;
    /// The path of a Unix socket to connect to in place of the URL's host; null for the host.
    const char *unix_socket;
    /// Comma-separated schemes that may be spoken, such as "https".
    const char *protocols;
    const char *method;
    /// HEAD: no answer body is awaited.
    bool without_answer_body;
    const uint8_t *body;
    size_t body_count;
    bool has_body;
    struct ccurl_headers *headers;
    int64_t connect_timeout_ms;
    int64_t timeout_ms;
    /// Fewer bytes a second than this over `low_speed_seconds` end the transfer; 0 seconds switch the rule off.
    int64_t low_speed_bytes;
    int64_t low_speed_seconds;
    int64_t answer_limit;
    /// At least 256 bytes (CURL_ERROR_SIZE) for the English text of an error.
    char *error;
    ccurl_take_bytes take_header;
    ccurl_take_bytes take_body;
    ccurl_allow_address allow_address;
    void *context;
};

/// `curl_global_init`: a wrapper because its flags are macros. Call once before all else.
void ccurl_global_init(void);

/// `curl_easy_init` and `curl_easy_cleanup`: here so that the header needs no libcurl types.
void *ccurl_easy_init(void);
void ccurl_easy_cleanup(void *easy);

/// `curl_easy_setopt` for every option at once, because it is variadic and so invisible to Swift. The first option that libcurl
/// refuses ends it; the result is libcurl's code.
int ccurl_easy_configure(void *easy, const struct ccurl_settings *settings);

/// `curl_easy_getinfo(CURLINFO_RESPONSE_CODE)`, variadic in libcurl.
long ccurl_easy_status(void *easy);

/// `curl_slist_append`, `curl_slist_free_all`: here so that the header needs no libcurl types. Null when memory is short, the list
/// given staying valid.
struct ccurl_headers *ccurl_headers_append(struct ccurl_headers *list, const char *line);
void ccurl_headers_free(struct ccurl_headers *list);

/// `curl_multi_*`: here so that the header needs no libcurl types.
void *ccurl_multi_init(void);
void ccurl_multi_cleanup(void *multi);
void ccurl_multi_add(void *multi, void *easy);
void ccurl_multi_remove(void *multi, void *easy);
void ccurl_multi_perform(void *multi);
/// Waits for traffic, a wake-up or the end of the time.
void ccurl_multi_poll(void *multi, int timeout_ms);
/// The one call that another thread may make.
void ccurl_multi_wakeup(void *multi);
/// The next transfer that ended, with its code, or null. A wrapper because `CURLMsg` holds a union that Swift reads badly.
void *ccurl_multi_next_finished(void *multi, int *code);

#endif
