// A C interface to simdjson's document tree. No function throws; elements live as long as their document.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct csj_document csj_document;

// An element of a document: simdjson's own two words.
typedef struct {
    const void *document;
    size_t index;
} csj_element;

// A place in an array or an object.
typedef struct {
    csj_element place;
    csj_element end;
} csj_cursor;

enum csj_kind { csj_null, csj_boolean, csj_integer, csj_unsigned, csj_real, csj_string, csj_array, csj_object };

enum csj_status { csj_ok, csj_invalid, csj_bad_string, csj_too_deep, csj_too_large, csj_no_memory };

// Parses `count` bytes of UTF-8, any, into a new document; NULL unless the status is csj_ok.
csj_document *csj_parse(const uint8_t *bytes, size_t count, size_t max_depth, enum csj_status *status);
void csj_free(csj_document *document);
csj_element csj_root(const csj_document *document);

enum csj_kind csj_kind_of(csj_element element);
// Each is false, and leaves its result alone, if the element is of another kind or the number does not fit.
bool csj_get_string(csj_element element, const uint8_t **bytes, size_t *count);
bool csj_get_boolean(csj_element element, bool *value);
bool csj_get_integer(csj_element element, int64_t *value);
bool csj_get_unsigned(csj_element element, uint64_t *value);
bool csj_get_real(csj_element element, double *value);

// Walks the elements of an array or the members of an object; false if it is neither.
bool csj_begin(csj_element element, csj_cursor *cursor);
// The next element, and its key if it is a member (NULL otherwise); false at the end.
bool csj_next(csj_cursor *cursor, const uint8_t **key, size_t *key_count, csj_element *value);

// The element as JSON without white space, to be freed by free(); NULL without memory.
char *csj_serialize(csj_element element, size_t *count);

#ifdef __cplusplus
}
#endif
