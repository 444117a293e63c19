// Makes the takes that an episode lacks, as many at once as their engines allow.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <vector>

#include "build/plan.h"
#include "build/status.h"
#include "store/store.h"

namespace aloud {

struct SpeakResult {
    std::size_t total = 0;
    std::size_t made = 0;
    std::size_t billed_characters = 0;
    double cost_usd = 0;
};

class Speaker {
  public:
    Speaker(Store& store, Status& status, int jobs, std::optional<double> max_cost);

    /// Every take of `takes` is in the store afterwards. `force`: made again although they are there. Throws Error
    /// with the line's place and the voice; takes that were complete by then are kept. Safe to call from many threads.
    SpeakResult speak(const std::vector<WantedTake>& takes, bool force);

  private:
    std::counting_semaphore<>& slots_of(const Engine& engine);
    void spend(double upper_bound_usd);

    Store& store_;
    Status& status_;
    int jobs_;
    std::optional<double> max_cost_;
    std::mutex mutex_;
    double promised_usd_ = 0;
    std::map<const Engine*, std::unique_ptr<std::counting_semaphore<>>> slots_;
};

}  // namespace aloud
