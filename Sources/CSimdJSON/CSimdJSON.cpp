#include "CSimdJSON.h"

#include <cstdlib>
#include <cstring>
#include <new>
#include <simdjson.h>
#include <string>
#include <type_traits>

namespace dom = simdjson::dom;

struct csj_document {
    dom::parser parser;
    dom::element root;
};

// An element and both kinds of iterator are a document's address and a place on its tape.
static_assert(sizeof(dom::element) == sizeof(csj_element) && std::is_trivially_copyable_v<dom::element>);
static_assert(sizeof(dom::array::iterator) == sizeof(csj_element));
static_assert(sizeof(dom::object::iterator) == sizeof(csj_element));

template <typename To, typename From>
static To bits(const From &from) noexcept {
    To to;
    std::memcpy(static_cast<void *>(&to), &from, sizeof(to));
    return to;
}

static dom::element element_of(csj_element element) noexcept { return bits<dom::element>(element); }

csj_document *csj_parse(const uint8_t *bytes, size_t count, size_t max_depth, csj_status *status) {
    *status = csj_no_memory;
    try {
        auto *document = new csj_document{dom::parser{}, {}};
        auto error = document->parser.allocate(count, max_depth);
        if (!error) error = document->parser.parse(bytes, count).get(document->root);
        if (!error) {
            *status = csj_ok;
            return document;
        }
        delete document;
        switch (error) {
        case simdjson::MEMALLOC: *status = csj_no_memory; break;
        case simdjson::CAPACITY: *status = csj_too_large; break;
        case simdjson::DEPTH_ERROR: *status = csj_too_deep; break;
        case simdjson::STRING_ERROR: *status = csj_bad_string; break;
        default: *status = csj_invalid;
        }
    } catch (...) {
        // Only memory: simdjson reports by codes.
    }
    return nullptr;
}

void csj_free(csj_document *document) { delete document; }

csj_element csj_root(const csj_document *document) { return bits<csj_element>(document->root); }

csj_kind csj_kind_of(csj_element element) {
    switch (element_of(element).type()) {
    case dom::element_type::ARRAY: return csj_array;
    case dom::element_type::OBJECT: return csj_object;
    case dom::element_type::INT64: return csj_integer;
    case dom::element_type::UINT64: return csj_unsigned;
    case dom::element_type::DOUBLE: return csj_real;
    case dom::element_type::STRING: return csj_string;
    case dom::element_type::BOOL: return csj_boolean;
    default: return csj_null;
    }
}

bool csj_get_string(csj_element element, const uint8_t **bytes, size_t *count) {
    std::string_view text;
    if (element_of(element).get_string().get(text)) return false;
    *bytes = reinterpret_cast<const uint8_t *>(text.data());
    *count = text.size();
    return true;
}

bool csj_get_boolean(csj_element element, bool *value) { return !element_of(element).get_bool().get(*value); }

bool csj_get_integer(csj_element element, int64_t *value) {
    return !element_of(element).get_int64().get(*value);
}

bool csj_get_unsigned(csj_element element, uint64_t *value) {
    return !element_of(element).get_uint64().get(*value);
}

bool csj_get_real(csj_element element, double *value) { return !element_of(element).get_double().get(*value); }

bool csj_begin(csj_element element, csj_cursor *cursor) {
    dom::array array;
    if (!element_of(element).get_array().get(array)) {
        *cursor = {bits<csj_element>(array.begin()), bits<csj_element>(array.end())};
        return true;
    }
    dom::object object;
    if (!element_of(element).get_object().get(object)) {
        *cursor = {bits<csj_element>(object.begin()), bits<csj_element>(object.end())};
        // Marks an object; tape places are far smaller.
        cursor->end.index |= SIZE_MAX ^ (SIZE_MAX >> 1);
        return true;
    }
    return false;
}

bool csj_next(csj_cursor *cursor, const uint8_t **key, size_t *key_count, csj_element *value) {
    const size_t mark = SIZE_MAX ^ (SIZE_MAX >> 1);
    if (cursor->place.index == (cursor->end.index & ~mark)) return false;
    if (cursor->end.index & mark) {
        auto iterator = bits<dom::object::iterator>(cursor->place);
        const std::string_view name = iterator.key();
        *key = reinterpret_cast<const uint8_t *>(name.data());
        *key_count = name.size();
        *value = bits<csj_element>(iterator.value());
        cursor->place = bits<csj_element>(++iterator);
    } else {
        auto iterator = bits<dom::array::iterator>(cursor->place);
        *key = nullptr;
        *key_count = 0;
        *value = bits<csj_element>(*iterator);
        cursor->place = bits<csj_element>(++iterator);
    }
    return true;
}

char *csj_serialize(csj_element element, size_t *count) {
    try {
        const std::string text = simdjson::minify(element_of(element));
        auto *copy = static_cast<char *>(std::malloc(text.size() + 1));
        if (copy == nullptr) return nullptr;
        std::memcpy(copy, text.data(), text.size());
        *count = text.size();
        return copy;
    } catch (...) {
        return nullptr;
    }
}
