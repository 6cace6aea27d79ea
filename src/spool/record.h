#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::spool {

/// What anybody may read of a record. Nothing personal; and nothing to trust, since only the box is sealed.
struct Label {
    std::string operation; ///< its id
    std::string device; ///< that made it
    std::uint64_t sequence = 0; ///< in that device's chain
    std::vector<std::string> documents; ///< names of the sealed files that lie in documents/ beside the spool
    std::string
        key{}; ///< name of the key that the box is sealed to (parcel.h); empty in records of before there were names
};

/// One operation as it lies in a spool: a label, and a box that only the gateway opens (parcel.h).
struct Record {
    Label label;
    std::string box;
};

/// A spool's file begins with this; frames follow.
constexpr std::string_view beginning = "QKSPOOL1";
/// Nothing of ours is longer: an operation has 4 MiB at most.
constexpr std::size_t longestRecord = 8 * 1024 * 1024;

/// The frame of a record: length of what follows the check (4 bytes, little-endian) ‖ check (the first 16 digits of its
/// SHA-256, hexadecimal) ‖ length of the label (4) ‖ label (JSON) ‖ box.
std::string frameOf(const Record &record);

/// The record of exactly one frame. Fails with spool.malformed.
Result<Record> recordOf(std::string_view frame);

/// What stands at the front of a file's rest.
struct Front {
    enum class Kind {
        Whole, ///< a frame that is right
        Altered, ///< a frame's length that fits, and other bytes than were written
        Torn ///< the rest is no frame: cut by a crash, or noise
    };

    Kind kind = Kind::Torn;
    std::size_t length = 0; ///< to go on behind it; of a torn one all that is left
};
Front frontOf(std::string_view rest);

} // namespace quanke::spool
