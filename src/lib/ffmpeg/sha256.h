// SHA-256 by libavutil, which is linked anyway.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct AVSHA;

namespace aloud {

class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void update(std::string_view bytes);
    /// 64 lower-case hex digits; ends the calculation.
    std::string hex_digest();

  private:
    struct Free {
        void operator()(AVSHA* hash) const;
    };
    std::unique_ptr<AVSHA, Free> hash_;
};

}  // namespace aloud
