#include "CCurl.h"

#include <curl/curl.h>
#include <unistd.h>

#define SAME(ours, theirs) _Static_assert((int)(ours) == (int)(theirs), "libcurl has another number for this code")

SAME(CCURL_OK, CURLE_OK);
SAME(CCURL_MALFORMED_URL, CURLE_URL_MALFORMAT);
SAME(CCURL_HOST_NOT_FOUND, CURLE_COULDNT_RESOLVE_HOST);
SAME(CCURL_CANNOT_CONNECT, CURLE_COULDNT_CONNECT);
SAME(CCURL_WRITE_REFUSED, CURLE_WRITE_ERROR);
SAME(CCURL_TIMED_OUT, CURLE_OPERATION_TIMEDOUT);
SAME(CCURL_TLS_HANDSHAKE, CURLE_SSL_CONNECT_ERROR);
SAME(CCURL_CERTIFICATE, CURLE_PEER_FAILED_VERIFICATION);
SAME(CCURL_FILE_SIZE_EXCEEDED, CURLE_FILESIZE_EXCEEDED);
_Static_assert(CURL_ERROR_SIZE <= 256, "the size that the header names");

/// The callbacks of one transfer, found by libcurl through the settings, which outlive it.
static size_t take(ccurl_take_bytes function, char *bytes, size_t size, size_t count, void *context) {
    size_t total = size * count;
    return function(context, (const uint8_t *)bytes, total) ? total : (total == 0 ? 1 : 0);
}

static size_t on_header(char *bytes, size_t size, size_t count, void *settings) {
    const struct ccurl_settings *s = settings;
    return take(s->take_header, bytes, size, count, s->context);
}

static size_t on_body(char *bytes, size_t size, size_t count, void *settings) {
    const struct ccurl_settings *s = settings;
    return take(s->take_body, bytes, size, count, s->context);
}

static curl_socket_t on_open_socket(void *settings, curlsocktype purpose, struct curl_sockaddr *address) {
    const struct ccurl_settings *s = settings;
    if (purpose != CURLSOCKTYPE_IPCXN || !s->allow_address(s->context, &address->addr, address->addrlen)) {
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void ccurl_global_init(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }
void *ccurl_easy_init(void) { return curl_easy_init(); }
void ccurl_easy_cleanup(void *easy) { curl_easy_cleanup(easy); }

#define SET(option, value)                                     \
    do {                                                       \
        CURLcode code = curl_easy_setopt(easy, option, value); \
        if (code != CURLE_OK) return (int)code;                \
    } while (0)

int ccurl_easy_configure(void *easy, const struct ccurl_settings *s) {
    SET(CURLOPT_ERRORBUFFER, s->error);
    SET(CURLOPT_PROTOCOLS_STR, s->protocols);
    SET(CURLOPT_URL, s->url);
    if (s->unix_socket) SET(CURLOPT_UNIX_SOCKET_PATH, s->unix_socket);
    SET(CURLOPT_CUSTOMREQUEST, s->method);
    SET(CURLOPT_HTTPHEADER, (struct curl_slist *)s->headers);
    if (s->has_body) {
        SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)s->body_count);
        SET(CURLOPT_COPYPOSTFIELDS, s->body_count > 0 ? (const char *)s->body : "");
    }
    if (s->without_answer_body) SET(CURLOPT_NOBODY, 1L);

    // Nothing is followed, taken from the environment, or read from the user's files.
    SET(CURLOPT_FOLLOWLOCATION, 0L);
    SET(CURLOPT_REDIR_PROTOCOLS_STR, "https");
    SET(CURLOPT_PROXY, "");
    SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    SET(CURLOPT_NOSIGNAL, 1L);
    SET(CURLOPT_SSL_VERIFYPEER, 1L);
    SET(CURLOPT_SSL_VERIFYHOST, 2L);
    SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);

    SET(CURLOPT_CONNECTTIMEOUT_MS, (long)s->connect_timeout_ms);
    SET(CURLOPT_TIMEOUT_MS, (long)s->timeout_ms);
    SET(CURLOPT_LOW_SPEED_LIMIT, (long)s->low_speed_bytes);
    SET(CURLOPT_LOW_SPEED_TIME, (long)s->low_speed_seconds);
    SET(CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)s->answer_limit);
    SET(CURLOPT_ACCEPT_ENCODING, "gzip");

    SET(CURLOPT_HEADERFUNCTION, on_header);
    SET(CURLOPT_HEADERDATA, (void *)s);
    SET(CURLOPT_WRITEFUNCTION, on_body);
    SET(CURLOPT_WRITEDATA, (void *)s);
    SET(CURLOPT_OPENSOCKETFUNCTION, on_open_socket);
    SET(CURLOPT_OPENSOCKETDATA, (void *)s);
    return CCURL_OK;
}

long ccurl_easy_status(void *easy) {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

struct ccurl_headers *ccurl_headers_append(struct ccurl_headers *list, const char *line) {
    return (struct ccurl_headers *)curl_slist_append((struct curl_slist *)list, line);
}

void ccurl_headers_free(struct ccurl_headers *list) { curl_slist_free_all((struct curl_slist *)list); }

void *ccurl_multi_init(void) { return curl_multi_init(); }
void ccurl_multi_cleanup(void *multi) { curl_multi_cleanup(multi); }
void ccurl_multi_add(void *multi, void *easy) { curl_multi_add_handle(multi, easy); }
void ccurl_multi_remove(void *multi, void *easy) { curl_multi_remove_handle(multi, easy); }

void ccurl_multi_perform(void *multi) {
    int running = 0;
    curl_multi_perform(multi, &running);
}

void ccurl_multi_poll(void *multi, int timeout_ms) { curl_multi_poll(multi, NULL, 0, timeout_ms, NULL); }
void ccurl_multi_wakeup(void *multi) { curl_multi_wakeup(multi); }

void *ccurl_multi_next_finished(void *multi, int *code) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg == CURLMSG_DONE) {
            *code = (int)message->data.result;
            return message->easy_handle;
        }
    }
    return NULL;
}
