#pragma once

#include "documents/readerprotocol.h"

#include <cstdio>

namespace quanke::documents {

/// Answers requests from one stream on another until the first ends.
class ReaderLoop {
public:
    ReaderLoop(std::FILE *requests, std::FILE *answers)
        : m_requests(requests)
        , m_answers(answers)
    {
    }

    /// The process's exit code: 0 when the requests ended, 1 when they could not be read or the answers not
    /// written.
    int run();

private:
    bool answer(const Message &request);
    bool send(const Message &message);

    std::FILE *m_requests;
    std::FILE *m_answers;
};

} // namespace quanke::documents
