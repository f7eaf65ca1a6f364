#ifndef CURL_MAIL_H
#define CURL_MAIL_H

#include <stddef.h>

/// One mail and the server that takes it. Every text ends in NUL; `user` and `password` may be NULL.
struct curl_mail {
    /// `smtp://host:port` or `smtps://host:port`.
    const char *url;
    /// The name that this side says of itself (EHLO); NULL for the name of the machine.
    const char *sender_host;
    const char *user;
    const char *password;
    /// A file of certificates that are trusted beside none other; NULL for those of the system.
    const char *authorities;
    /// Both in angle brackets.
    const char *from;
    const char *to;
    const char *body;
    size_t body_length;
    /// Whether the talk must be encrypted before anything is said (STARTTLS or smtps).
    int requires_encryption;
    long connect_milliseconds;
    long total_milliseconds;
};

/// What came of a mail: libcurl's code (0 is sent) and the last answer of the server (0 where it gave none).
struct curl_mail_outcome {
    int code;
    long reply;
};

/// Prepares libcurl; called once, before any other thread uses it.
int curl_mail_prepare(void);

/// Sends one mail and waits for the server's answer, so it is called from a thread that may wait.
struct curl_mail_outcome curl_mail_send(const struct curl_mail *mail);

#endif
