#include "seal/suite.h"

#include <benchmark/benchmark.h>
#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

namespace {

using namespace quanke;

constexpr std::size_t size = 5 * 1024 * 1024; // a scanned document
constexpr std::size_t pieceLength = 64 * 1024; // as the suite's own

/// As a document is sealed on its way to the disk, without the disk.
void sealDocument(benchmark::State &state)
{
    const auto suite = seal::makeSodiumSuite();
    const auto key = suite->makeKey();
    const std::string document(size, 'a');
    for (auto _ : state) {
        std::size_t at = 0;
        std::size_t written = 0;
        const auto source = [&](char *into, std::size_t most) -> Result<std::size_t> {
            const auto length = std::min(most, document.size() - at);
            std::memcpy(into, document.data() + at, length);
            at += length;
            return length;
        };
        const auto sink = [&](std::string_view bytes) -> Result<Done> {
            benchmark::DoNotOptimize(bytes.data());
            written += bytes.size();
            return Done{};
        };
        if (!suite->encryptStream(key, "document", source, sink) || written < size) {
            state.SkipWithError("not sealed");
        }
    }
}
BENCHMARK(sealDocument)->Name("seal_document")->UseRealTime()->MinTime(1)->Unit(benchmark::kMillisecond);

/// The bare neighbour: libsodium's secretstream over the same pieces, in place in memory.
void sealDocumentBare(benchmark::State &state)
{
    const std::string document(size, 'a');
    std::string key(crypto_secretstream_xchacha20poly1305_KEYBYTES, 'k');
    std::string out(pieceLength + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    const auto bytes = [](auto &text) { return reinterpret_cast<unsigned char *>(text.data()); };
    const auto *const plain = reinterpret_cast<const unsigned char *>(document.data());
    for (auto _ : state) {
        crypto_secretstream_xchacha20poly1305_state stream;
        std::string header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
        crypto_secretstream_xchacha20poly1305_init_push(&stream, bytes(header), bytes(key));
        for (std::size_t at = 0; at < size; at += pieceLength) {
            crypto_secretstream_xchacha20poly1305_push(
                &stream, bytes(out), nullptr, plain + at, std::min(pieceLength, size - at), nullptr, 0, 0);
            benchmark::DoNotOptimize(out.data());
        }
    }
}
BENCHMARK(sealDocumentBare)
    ->Name("seal_document_bare")
    ->UseRealTime()
    ->MinTime(1)
    ->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char **arguments)
{
    if (sodium_init() < 0) {
        return 1;
    }
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
