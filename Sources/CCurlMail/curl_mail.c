#include "curl_mail.h"

#include <curl/curl.h>
#include <string.h>

// `curl_easy_setopt` takes any number of arguments of any type, which Swift cannot call.

struct rest {
    const char *next;
    size_t length;
};

static size_t give(char *into, size_t size, size_t count, void *from) {
    struct rest *rest = from;
    size_t room = size * count;
    size_t part = rest->length < room ? rest->length : room;
    memcpy(into, rest->next, part);
    rest->next += part;
    rest->length -= part;
    return part;
}

int curl_mail_prepare(void) { return (int)curl_global_init(CURL_GLOBAL_DEFAULT); }

static void describe(CURL *curl, const struct curl_mail *mail) {
    curl_easy_setopt(curl, CURLOPT_URL, mail->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, mail->connect_milliseconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, mail->total_milliseconds);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, mail->requires_encryption ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_NONE);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    // Neither a proxy nor a password file of the environment has a say in where a message goes.
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    if (mail->authorities) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, mail->authorities);
        curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
    }
    if (mail->user) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, mail->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, mail->password ? mail->password : "");
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, mail->from);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
}

struct curl_mail_outcome curl_mail_send(const struct curl_mail *mail) {
    struct curl_mail_outcome outcome = {CURLE_FAILED_INIT, 0};
    char url[1024];
    CURL *curl = curl_easy_init();
    struct curl_slist *to = curl_slist_append(NULL, mail->to);
    size_t room = sizeof url - 1;
    if (curl && to && strlen(mail->url) + (mail->sender_host ? strlen(mail->sender_host) + 1 : 0) <= room) {
        struct rest rest = {mail->body, mail->body_length};
        struct curl_mail told = *mail;
        strcpy(url, mail->url);
        if (mail->sender_host) {
            strcat(url, "/");
            strcat(url, mail->sender_host);
        }
        told.url = url;
        describe(curl, &told);
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
        curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
        outcome.code = (int)curl_easy_perform(curl);
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &outcome.reply);
    }
    curl_slist_free_all(to);
    curl_easy_cleanup(curl);
    return outcome;
}
