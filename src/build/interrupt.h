// Ctrl-C and SIGTERM: a flag that the stages ask. What is complete is kept; a second Ctrl-C ends at once.
#pragma once

namespace aloud {

/// Installs the handlers; called once, by main.
void watch_for_interrupts();
/// True since the first signal.
bool interrupted() noexcept;

}  // namespace aloud
