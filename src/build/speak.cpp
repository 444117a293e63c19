#include "build/speak.h"

#include <fmt/format.h>

#include <algorithm>

#include "build/interrupt.h"
#include "build/parallel.h"
#include "speech/make_take.h"
#include "util/error.h"
#include "util/text.h"

namespace aloud {
namespace {

/// A place in a semaphore, given back on every way out.
class Slot {
  public:
    explicit Slot(std::counting_semaphore<>& semaphore) : semaphore_(semaphore) { semaphore_.acquire(); }
    ~Slot() { semaphore_.release(); }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;

  private:
    std::counting_semaphore<>& semaphore_;
};

}  // namespace

Speaker::Speaker(Store& store, Status& status, int jobs, std::optional<double> max_cost)
    : store_(store), status_(status), jobs_(jobs), max_cost_(max_cost) {}

std::counting_semaphore<>& Speaker::slots_of(const Engine& engine) {
    const std::lock_guard lock(mutex_);
    auto& slots = slots_[&engine];
    if (!slots) slots = std::make_unique<std::counting_semaphore<>>(std::max(engine.concurrency(), 1));
    return *slots;
}

void Speaker::spend(double upper_bound_usd) {
    if (upper_bound_usd <= 0) return;
    const std::lock_guard lock(mutex_);
    if (max_cost_ && promised_usd_ + upper_bound_usd > *max_cost_)
        throw Error(
            fmt::format("this take would cost up to ${:.4f} and pass the limit of ${:.2f} (${:.4f} is spent); "
                        "raise --max-cost or [budget] max_cost to go on",
                        upper_bound_usd, *max_cost_, promised_usd_));
    promised_usd_ += upper_bound_usd;
}

SpeakResult Speaker::speak(const std::vector<WantedTake>& takes, bool force) {
    SpeakResult result;
    result.total = takes.size();
    status_.plan_takes(takes.size());
    std::mutex mutex;
    // Services are asked as many at once as they allow, whatever the number of processors; embedded engines are bound
    // by it.
    int at_once = 1;
    for (const WantedTake& take : takes)
        at_once = std::max(
            at_once, take.engine->paid() ? take.engine->concurrency() : std::min(jobs_, take.engine->concurrency()));
    run_parallel(takes.size(), at_once, [&](std::size_t i) {
        const WantedTake& want = takes[i];
        if (interrupted()) throw Interrupted();
        TakeResult made;
        try {
            if (force) store_.remove("takes", want.key);
            if (!store_.contains("takes", want.key)) {
                spend(want.engine->price(count_characters(want.request.text)));
                const Slot slot(slots_of(*want.engine));
                made = make_take(store_, *want.engine, want.request);
            } else {
                made = make_take(store_, *want.engine, want.request);
            }
        } catch (...) {
            rethrow_with(fmt::format("{}: voice \"{}\"", want.place, want.voice));
        }
        status_.take_done(made.made, made.seconds, made.cost_usd);
        const std::lock_guard lock(mutex);
        result.made += made.made ? 1u : 0u;
        result.billed_characters += made.billed_characters;
        result.cost_usd += made.cost_usd;
    });
    return result;
}

}  // namespace aloud
