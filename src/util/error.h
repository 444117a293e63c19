// Errors: a broken operation throws; each layer adds what it was doing, outermost first. A normal outcome is a value.
#pragma once

#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace aloud {

/// Something failed while working (exit code 1).
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Bad usage, configuration or input, found before anything is spoken (exit code 2).
class InputError : public Error {
  public:
    using Error::Error;
};

/// Ctrl-C or SIGTERM (exit code 130).
class Interrupted : public Error {
  public:
    Interrupted() : Error("interrupted") {}
};

/// A place in a file; lines and columns count from 1, columns in characters; 0 where unknown.
struct SourcePlace {
    std::filesystem::path file;
    int line = 0;
    int column = 0;
};

/// "path:line:column", without the parts that are 0.
std::string to_string(const SourcePlace& place);

/// All messages of an exception and those nested in it, outermost first, joined by ": ".
std::string full_message(const std::exception& error);
std::string full_message(const std::exception_ptr& error);

/// Inside a catch block: throws Error(doing) with the current exception nested, keeping InputError and Interrupted what
/// they are.
[[noreturn]] void rethrow_with(const std::string& doing);

/// Collects every mistake of the input, so that one run reports them all; then the run stops before it costs anything.
class Complaints {
  public:
    void error(const SourcePlace& place, const std::string& message);
    void warning(const SourcePlace& place, const std::string& message);
    const std::vector<std::string>& errors() const { return errors_; }
    const std::vector<std::string>& warnings() const { return warnings_; }
    /// Turns the errors into warnings (drafts).
    void soften();
    /// Throws InputError with all errors, one a line, if there is one.
    void checkpoint() const;

  private:
    std::vector<std::string> errors_;
    std::vector<std::string> warnings_;
};

}  // namespace aloud
