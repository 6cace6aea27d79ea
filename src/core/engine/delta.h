#pragma once

#include "core/engine/formgraph.h"

#include <string>
#include <string_view>
#include <vector>

namespace quanke::engine {

/// Something wrong with a field, and the matters that demand otherwise.
struct Record {
    schema::Finding finding;
    MatterBits matters = 0;
};

/// A field, or a cell of a repeating group.
struct Spot {
    FieldId field = noField;
    int row = -1;
    const std::string *column = nullptr;
};

/// How a place is written: "key", "key/row" or "key/row/column"; row -1 and an empty column are left out.
std::string pathOf(const std::string &key, int row, std::string_view column);

/// What one edit changed, in ids.
struct Delta {
    struct Entry {
        FieldId field = noField;
        Record record;
    };
    std::vector<Entry> added;
    std::vector<Entry> removed;
    std::vector<Spot> turnedWrong; ///< places where the first error appeared
    std::vector<Spot> turnedRight; ///< places where the last error went
    std::vector<FieldId> shown;
    std::vector<FieldId> hidden;
    std::vector<FieldId> requirement; ///< still shown, and required or no longer
    std::vector<FieldId> filled; ///< set by an answer or computed

    void clear();
};

/// Adds to the delta what differs between the records of a field before and after.
void compareRecords(
    FieldId field, std::vector<Record> &before, const std::vector<Record> &after, Delta &delta);

} // namespace quanke::engine
